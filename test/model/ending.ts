import type { Case } from '../../shared/domain/case/Case.ts';
import { ENDED, OPEN } from '../../shared/domain/case/Case.ts';
import { reportersOf } from '../../shared/domain/case/isReporter.ts';
import { nextDue } from '../../shared/domain/case/nextDue.ts';
import { EAST, WEST } from '../support/smallCity.ts';
import { endWithGoodWill } from './goodWill.ts';
import { mustBeHeard } from './mustBeHeard.ts';
import type { Play } from './Play.ts';
import type { Run } from './Step.ts';
import { must } from './Violation.ts';

/** Clocks that ring, one after the other, until none is left: more than a few cases have. */
const MOST_RINGS = 80;

/** Nothing fails any more. Everything that was acknowledged is worked, and all that follows from it follows. */
export const endRun = async (play: Play, ending: Run['ending']): Promise<void> => {
  for (const id of play.unanswered) await play.step({ again: id });
  must(play.unanswered.length === 0, 'nothing that was acknowledged is lost', () => play.unanswered);
  await flow(play);
  if (ending === 'goodWill') for (const { name } of play.cases) await endWithGoodWill(play, name);
  else await fallSilent(play);
  await flow(play);
  await lookBack(play);
};

/** Until nothing waits in any queue. */
const flow = async (play: Play): Promise<void> => {
  const { world } = play;
  for (let place = world.toTell[0]; place; place = world.toTell[0])
    await play.step({ notify: play.nameOf(place.number), seq: place.seq });
  for (let place = world.toList[0]; place; place = world.toList[0])
    await play.step({ project: play.nameOf(place.number), seq: place.seq });
  for (let tick = world.ticks[0]; tick; tick = world.ticks[0])
    await play.step({ tick: play.nameOf(tick.number) });
  if (world.toTell.length > 0 || world.toList.length > 0) await flow(play);
};

/** Nobody does anything any more: every clock rings to its end. */
const fallSilent = async (play: Play): Promise<void> => {
  const { world } = play;
  for (let rings = 0; rings < MOST_RINGS; rings++) {
    const dues = play.cases.flatMap(({ name, state }) => {
      const at = nextDue(state);
      return at === undefined ? [] : [{ name, at }];
    });
    const first = dues.toSorted((a, b) => a.at - b.at)[0];
    if (!first) break;
    const wait = Math.max(0, Math.ceil((first.at - world.now) / 60_000));
    await play.step({ wait });
    await play.step({ tick: first.name });
  }
  for (const [number, watch] of play.watches)
    must(watch.time.isSilent, 'every limit takes effect, or is moot', () => ({ number, state: watch.state }));
};

/** What must be so once everything was delivered. */
const lookBack = async (play: Play): Promise<void> => {
  await play.step({ wait: 14 * 60 });
  await play.step({ release: true });
  await play.step({ wait: 8 * 60 });
  await play.step({ release: true });
  for (const { entries, states } of play.watches.values())
    for (const [i, entry] of entries.entries()) {
      const [before, after] = [states[i], states[i + 1]];
      if (after)
        mustBeHeard({ history: entries.slice(0, i + 1), before, after, heard: play.notices.of(entry) });
    }
  await listsAreTrue(play);
  mergedAreHeard(play);
};

const listsAreTrue = async (play: Play): Promise<void> => {
  const { rows, listings } = play.world;
  const listed = [...(await rows.openInLeaf(WEST, 100)), ...(await rows.openInLeaf(EAST, 100))];
  const told = new Map(listed.map((row) => [row.number, row.version]));
  const open = play.cases.filter(({ state }) => OPEN.includes(state.stage));
  must(told.size === open.length, 'the lists hold what is open', () => [...told.keys()]);
  for (const { state } of open)
    must(
      told.get(state.number) === state.version,
      'the lists hold the newest of every case',
      () => state.number,
    );
  const published = (await listings.page(100)).map(({ number }) => number).sort();
  const wanted = open.flatMap(({ state }) => (isPublished(state) ? [state.number] : [])).sort();
  must(published.join() === wanted.join(), 'published is what is under listed supervision', () => ({
    published,
    wanted,
  }));
};

/** Merged cases lead to one that goes on for everybody who reported it, and never in a ring. */
const mergedAreHeard = (play: Play): void => {
  const states = new Map(play.cases.map(({ state }) => [state.number, state]));
  for (const { number, stage, reporter } of states.values()) {
    if (stage !== 'merged') continue;
    let root = states.get(number);
    for (let hops = 0; root?.into !== undefined && hops <= states.size; hops++) root = states.get(root.into);
    must(root !== undefined && root.into === undefined, 'merged cases form no ring', () => number);
    const isIn = root.joined?.some((one) => one.number === number) === true;
    const hasLeft = play.hasLeft(root.number, reporter);
    must(
      isIn || hasLeft || ENDED.has(root.stage),
      'who reported a merged case is heard in the other',
      () => ({ number, root }),
    );
    must(
      !isIn || reportersOf(root).includes(reporter),
      'who reported a merged case is heard in the other',
      () => ({ number, root }),
    );
  }
};

/** Until only a rating is awaited; of a secret report never. */
const isPublished = ({ listed, stage, about, privacy }: Case): boolean =>
  listed !== undefined && stage !== 'rating' && about === undefined && privacy === undefined;
