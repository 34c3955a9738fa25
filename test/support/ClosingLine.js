import { writeSync } from 'node:fs';

/** Jest reporter: the very last line of a run says how many tests passed and failed, and nothing else. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // Jest's own summary is always written after every other reporter.
    process.once('exit', () => writeSync(1, `\n${results.numPassedTests} passed, ${failed} failed\n`));
  }
}
