import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerBoard } from '../functions/board/answerBoard.ts';
import { answerPage } from '../functions/board/answerPage.ts';
import { readCityFolder } from '../shared/city/readCityFolder.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import { knowCity } from '../shared/domain/city/knowCity.ts';
import { bigCity } from './bigCity.ts';
import { against, type Figure } from './Figure.ts';
import { voronoiCells } from './voronoi.ts';

const LEAVES = 100_000;
const SERVICES = 400;
const PLACES = 100_000;
const ROUNDS = 5;
const KILO = 1_024;

/** The public board of a very large city: size and time of each page and answer, once the city is open. */
export const run = async (): Promise<readonly Figure[]> => {
  const know = await openBigCity();
  const { leaves, place } = someOf(know);
  const terms = {
    policy: { names: 'full', phones: true },
    now: Date.parse('2026-09-28T10:00:00+08:00'),
    chat: 'https://city.example/chat',
  } as const;
  const page = (query: Readonly<Record<string, string>>): string =>
    String(answerPage(know, query, terms).body);
  const leafAt = (round: number): string => leaves[round * 7] ?? '';
  const community = leafAt(0).slice(0, 12);
  return [
    ...measured('JSON of a cell', 500, (round) =>
      JSON.stringify(answerBoard(know, { cell: leafAt(round) }, terms)),
    ),
    ...measured('page of a cell, its sheet in it', 500, (round) => page({ cell: leafAt(round) })),
    ...measured('first page', 100, () => page({})),
    ...measured('page of a community', 100, () => page({ cell: community })),
    ...measured('page of a place by its name', 500, () => page({ place })),
    ...measured(`sheets of a community (${know.leavesUnder(community).length})`, 5 * KILO, () =>
      page({ under: community }),
    ),
    ...measured('200 sheets of the city', 5 * KILO, () => page({ under: '990101' })),
  ];
};

const openBigCity = async (): Promise<Knowledge> => {
  const dir = await mkdtemp(join(tmpdir(), 'board-'));
  try {
    await bigCity({ dir, cells: voronoiCells(LEAVES, 1), services: SERVICES, places: PLACES });
    const { city, faults } = await readCityFolder(dir, '2026-09-28');
    if (!city) throw new Error(`The big city has ${faults.length} faults`);
    return knowCity(city);
  } finally {
    await rm(dir, { recursive: true });
  }
};

/** Cells of its middle, where each has others around it, and the name of a place. */
const someOf = (know: Knowledge): { readonly leaves: readonly string[]; readonly place: string } => {
  const leaves = know.leavesUnder('990101').map(({ code }) => code);
  return { leaves: leaves.slice(leaves.length / 2), place: know.city.places[4_242]?.name ?? '' };
};

/** The slower of a few, the first left out: what is made at the first question is made once. */
const measured = (what: string, most: number, answer: (round: number) => string): readonly Figure[] => {
  const bytes = Buffer.byteLength(answer(0)) / KILO;
  let slowest = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const before = process.threadCpuUsage();
    answer(round);
    const { user, system } = process.threadCpuUsage(before);
    slowest = Math.max(slowest, (user + system) / 1_000);
  }
  return [
    against(`${what}: size`, bytes, { most, unit: 'kB' }),
    { what: '— time, slowest of five', value: `${Number(slowest.toPrecision(3))} ms` },
  ];
};
