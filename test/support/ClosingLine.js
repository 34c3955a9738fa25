/** Jest reporter: the last line of a run says how many tests passed and failed, and nothing else. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stderr.write('');
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed\n`);
  }
}
