import { cpus, totalmem } from 'node:os';
import type { Figure } from '../../bench/Figure.ts';

/** What can be measured, in the order it is printed. */
const benches = {
  core: () => import('../../bench/core.ts'),
  grid: () => import('../../bench/grid.ts'),
  check: () => import('../../bench/check.ts'),
  places: () => import('../../bench/places.ts'),
  board: () => import('../../bench/board.ts'),
  map: () => import('../../bench/map.ts'),
  bundles: () => import('../../bench/bundles.ts'),
  caseCost: () => import('../../bench/caseCost.ts'),
  latency: () => import('../../bench/latency.ts'),
  similar: () => import('../../bench/similar.ts'),
  clocks: () => import('../../bench/clocks.ts'),
  year: () => import('../../bench/year.ts'),
} satisfies Record<string, () => Promise<{ run: () => Promise<readonly Figure[]> }>>;

const help = `npm run bench [-- NAME…]   measures, and prints a table
NAME: ${Object.keys(benches).join(' ')} (all when none is given)`;

const main = async (names: readonly string[]): Promise<number> => {
  if (names.includes('--help')) return say(help);
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) return say(`Unknown: ${unknown.join(' ')}\n${help}`, 2);
  const [cpu] = cpus();
  say(
    `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n`,
  );
  for (const [name, load] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    say(`## ${name}\n\n| what | measured | goal | |\n|---|---|---|---|`);
    for (const figure of await (await load()).run()) say(row(figure));
    say('');
  }
  return 0;
};

const row = ({ what, value, goal = '', met }: Figure): string =>
  `| ${what} | ${value} | ${goal} | ${met === undefined ? '' : met ? '✓' : '✗'} |`;

const say = (text: string, code = 0): number => {
  process.stdout.write(`${text}\n`);
  return code;
};

process.exitCode = await main(process.argv.slice(2));
