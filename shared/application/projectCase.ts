import { type Case, ENDED } from '../domain/case/Case.ts';
import { clocksOf } from '../domain/case/clocks/clocksOf.ts';
import { turnsOf } from '../domain/case/turnsOf.ts';
import { unsignedOf } from '../domain/duty/unsignedOf.ts';
import { maskPrivate } from '../domain/privacy/maskPrivate.ts';
import { dropStrayListings } from './dropStrayListings.ts';
import { dropStraySolved } from './dropStraySolved.ts';
import { keepListing } from './keepListing.ts';
import { keepSolved } from './keepSolved.ts';
import type {
  CaseRow,
  CaseStore,
  ListedCase,
  ListedCases,
  ListingStore,
  RowStore,
  ScanNumbers,
  SolvedStore,
} from './ports.ts';

export interface ProjectWorld {
  readonly cases: Pick<CaseStore, 'load' | 'history'>;
  readonly rows: Pick<RowStore, 'save'>;
  readonly solved: Pick<SolvedStore, 'save'>;
  readonly listings: Pick<ListingStore, 'save' | 'forget'>;
}

/** Brings the lists up to the newest state of a case. Which entry woke it does not matter: an older one changes nothing. */
export const projectCase =
  (world: ProjectWorld) =>
  async (number: string): Promise<void> => {
    const state = await world.cases.load(number);
    if (!state) throw new Error(`Case ${number} has an entry but no snapshot`);
    await world.rows.save(rowOf(state), state.reporter);
    await keepSolved(world)(state);
    await keepListing(world)(state);
  };

/**
 * Projects every case again, page by page, then takes out what no list should hold; safe beside the running system. `report`
 * is told how many are done.
 */
export const rebuildRows =
  (
    world: ProjectWorld & {
      readonly scan: ScanNumbers;
      readonly listed: ListedCases;
      readonly solved: SolvedStore;
      readonly listings: ListingStore;
    },
  ) =>
  async (report: (done: number) => void): Promise<number> => {
    const project = projectCase(world);
    let done = 0;
    let from: string | undefined;
    do {
      const page = await world.scan(from);
      for (const number of page.numbers) {
        // Twice, so that a change that came in between is not left behind.
        await project(number);
        await project(number);
      }
      done += page.numbers.length;
      report(done);
      from = page.next;
    } while (from !== undefined);
    await dropStray(world);
    await dropStraySolved(world);
    await dropStrayListings(world);
    return done;
  };

/**
 * Lines left behind by a crash between two writes of the same case, or kept in an older way. The case itself is taken out with
 * such a line and projected as if it were new, so that it is on all its lists again.
 */
const dropStray = async (world: ProjectWorld & { readonly listed: ListedCases }): Promise<void> => {
  const { cases, listed } = world;
  const project = projectCase(world);
  let from: string | undefined;
  do {
    const page = await listed.page(from);
    for (const line of page.listed) {
      const state = await cases.load(line.number);
      if (isTrue(line, state)) continue;
      await listed.drop(line);
      if (!state) continue;
      await listed.drop({ number: state.number, leaf: state.leaf, version: state.version });
      await project(state.number);
      await project(state.number);
    }
    from = page.next;
  } while (from !== undefined);
};

const isTrue = ({ leaf, owner }: ListedCase, state: Case | undefined): boolean =>
  state !== undefined &&
  !ENDED.has(state.stage) &&
  leaf === state.leaf &&
  (owner === undefined || turnsOf(state).some((turn) => turn === owner));

export const rowOf = (state: Case): CaseRow => {
  // 举报: whoever is told who is late may be of the unit complained about.
  const unsigned = state.about === undefined ? unsignedOf(state) : [];
  return {
    ...factsOf(state),
    ...(clocksOf(state).some(({ clock }) => clock.provisional) ? { provisional: true } : {}),
    ...(unsigned.length > 0 ? { unsigned } : {}),
  };
};

const factsOf = (state: Case): CaseRow => ({
  number: state.number,
  version: state.version,
  stage: state.stage,
  owner: state.owner,
  ...othersOf(state),
  ...(state.endedAt !== undefined && !ENDED.has(state.stage) ? { reopened: true as const } : {}),
  ...(state.leavesBefore ? { leavesBefore: state.leavesBefore } : {}),
  service: state.service,
  place: maskPrivate(state.place.name),
  lng: state.place.lng,
  lat: state.place.lat,
  leaf: state.leaf,
  openedAt: state.openedAt,
  overdue: state.clock?.overdue === true,
  ...(state.clock ? { due: state.clock.due } : {}),
  ...(state.rating ? { rating: state.rating.overall } : {}),
});

const othersOf = (state: Case): Pick<CaseRow, 'others'> => {
  const others = turnsOf(state).filter((owner) => owner !== state.owner);
  return others.length > 0 ? { others } : {};
};
