import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type BugName, PLANTED_BUGS } from './planting/plantedBugs.ts';

/** The test of the tests: a bug in the sources must not go unnoticed. */

const HERE = join(process.cwd(), 'test/model/planting');
/** Far more than the shyest of them needs. */
const RUNS = 6_000;
const AT_ONCE = 3;

const seek = async (name: BugName): Promise<Readonly<Record<string, unknown>>> => {
  const child = spawn(
    process.execPath,
    ['--import', join(HERE, 'plant.ts'), join(HERE, 'seekPlanted.ts'), String(RUNS)],
    { env: { ...process.env, PLANTED_BUG: name, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (said === '') throw new Error(`The model did not run with "${name}": ${complained}`);
  return JSON.parse(said);
};

const names = Object.keys(PLANTED_BUGS) as BugName[];

test('ten and more bugs are planted, each in a line that is there once', () => {
  expect(names.length).toBeGreaterThanOrEqual(10);
  for (const { file, line } of Object.values(PLANTED_BUGS))
    expect([file, readFileSync(file, 'utf8').split(line).length - 1]).toEqual([file, 1]);
});

test('the model finds each of them, and writes a journey that shows it again', async () => {
  const waiting = [...names];
  const work = async (): Promise<(readonly [BugName, unknown, unknown])[]> => {
    const found: (readonly [BugName, unknown, unknown])[] = [];
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const { law, again } = await seek(name);
      found.push([name, law, again]);
    }
    return found;
  };
  const all = (await Promise.all(Array.from({ length: AT_ONCE }, work))).flat();
  expect(all).toHaveLength(names.length);
  for (const [name, law, again] of all) expect([name, typeof law, again]).toEqual([name, 'string', law]);
}, 300_000);
