import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStage, readJourney } from '../../infra/local/journey/openStage.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** One cloud for all: each journey begins with an empty table and its own clock. */
const stage = openStage();
afterAll(() => stage.close());

describe('journeys', () => {
  test.each(files)(
    '%s goes as it is written',
    async (file) => {
      const journey = await readJourney(join(folder, file));
      const transcript: string[] = [];
      const { passed, failed } = await stage.play(journey, { tell: (line) => transcript.push(line) });
      if (failed > 0) throw new Error(`${failed} failed\n${transcript.join('\n')}`);
      expect(passed).toBeGreaterThan(0);
    },
    120_000,
  );

  test('at least sixty are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });
});
