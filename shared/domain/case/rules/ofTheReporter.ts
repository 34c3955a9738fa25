import { policyOf } from '../../city/policyOf.ts';
import { splitOwner } from '../answersFor.ts';
import { type Case, OPEN, type Owner } from '../Case.ts';
import { readDuration } from '../clocks/readDuration.ts';
import { startClock } from '../clocks/startClock.ts';
import { workCalendar } from '../clocks/workCalendar.ts';
import { reportersOf } from '../isReporter.ts';
import { MOST_PHOTOS } from '../MOST_PHOTOS.ts';
import { notAmong } from '../notAmong.ts';
import type { Refusal } from '../Refusal.ts';
import { events, type Facts, type Rule, refuse } from '../Rule.ts';
import { owedAgain } from './owedAgain.ts';
import { resumed } from './pausing.ts';

/** Characters a description may grow to: it is read, and written, with every step. */
const MOST_TEXT = 6_000;

/** 补充材料, any time before the case ends. What was asked for is answered by it. */
export const supplement: Rule<'supplement'> = {
  stages: OPEN.filter((stage) => stage !== 'rating'),
  who: 'reporter',
  apply: (state, command, facts) => {
    const { text, photos = [] } = command;
    const refusal = cannotAdd(state, text, photos);
    if (refusal) return refuse(refusal);
    const added = {
      type: 'supplemented',
      ...(text ? { text } : {}),
      ...(photos.length > 0 ? { photos } : {}),
    } as const;
    return events(added, ...(state.stage === 'waiting' ? resumed(state, 'answered', facts) : []));
  },
};

/** 补交: material that was owed. */
export const supply: Rule<'supply'> = {
  stages: OPEN,
  who: 'reporter',
  apply: (state, { material, text, photos = [] }) => {
    if (!state.owed?.some(({ code }) => code === material))
      return refuse({ code: 'unknownMaterial', material });
    const refusal = cannotAdd({ text: '', photos: [] }, text, photos);
    if (refusal) return refuse(refusal);
    return events({
      type: 'supplied',
      material,
      ...(text ? { text } : {}),
      ...(photos.length > 0 ? { photos } : {}),
    });
  },
};

/** 撤销. A danger to others does not go away by it. Where others reported it as well it goes on for them. */
export const withdraw: Rule<'withdraw'> = {
  stages: OPEN.filter((stage) => stage !== 'rating' && stage !== 'checking'),
  who: 'reporter',
  apply: (state, { reason }, facts) => {
    const others = reportersOf(state).filter((reporter) => reporter !== facts.by.person);
    if (others.length > 0) return events({ type: 'left', reporter: facts.by.person });
    if (state.kind === 'hazard') return refuse({ code: 'publicMatter' });
    return events(
      { type: 'withdrawn', ...(reason ? { reason } : {}) },
      { type: 'moved', to: 'withdrawn', owner: `resident@${state.reporter}` },
    );
  },
};

/** 申诉: once, in time, to the level above whoever refused. */
export const appeal: Rule<'appeal'> = {
  stages: ['declined'],
  who: 'reporter',
  apply: (state, { reason }, facts) => {
    if (state.appealed) return refuse({ code: 'appealedBefore' });
    const until = appealUntil(state, facts);
    if (facts.now > until) return refuse({ code: 'appealTooLate', until });
    return events({ type: 'appealed', reason }, ...owedAgain(state, facts), {
      type: 'moved',
      to: 'screening',
      owner: reviewerOf(state, facts),
      clock: startClock('accept', state, facts),
    });
  },
};

/** 催一催: at most once in a while; each is counted and told. */
export const urge: Rule<'urge'> = {
  stages: OPEN.filter((stage) => stage !== 'rating' && stage !== 'waiting'),
  who: 'reporter',
  apply: (state, _command, facts) => {
    const { count, at } = state.urges ?? { count: 0, at: undefined };
    const every = readDuration(policyOf(facts.rules.city).urgeEvery);
    const again =
      at === undefined ? facts.now : workCalendar(facts.rules, facts.ledger).deadline(at, every).at;
    return again > facts.now
      ? refuse({ code: 'urgedAlready', again })
      : events({ type: 'urged', count: count + 1 });
  },
};

/** Until when a refusal may be appealed. */
const appealUntil = (state: Case, facts: Pick<Facts, 'rules' | 'ledger'>) => {
  const limit = readDuration(policyOf(facts.rules.city).limits.appeal);
  return workCalendar(facts.rules, facts.ledger).deadline(state.endedAt ?? state.openedAt, limit).at;
};

const cannotAdd = (
  state: Pick<Case, 'text' | 'photos'>,
  text: string | undefined,
  photos: readonly string[],
): Refusal | undefined => {
  if (!text && photos.length === 0) return { code: 'nothingToAdd' };
  if (state.text.length + (text?.length ?? 0) > MOST_TEXT) return { code: 'textFull', most: MOST_TEXT };
  if (state.photos.length + photos.length > MOST_PHOTOS) return { code: 'tooManyPhotos', most: MOST_PHOTOS };
  return undefined;
};

/** The leader of the nearest area above the post that refused, where that is not the same person alone. */
const reviewerOf = (state: Case, facts: Facts): Owner => {
  const line = facts.rules.lineage(state.leaf);
  const { person, owner } = state.declinedBy ?? { person: '', owner: `supervisor@${state.leaf}` as const };
  const [, code] = splitOwner(owner);
  const at = line.findIndex((area) => area.code === code);
  const above = line.slice(Math.max(0, at) + 1).map((area): Owner => `leader@${area.code}`);
  const top: Owner = `leader@${line.at(-1)?.code ?? state.leaf}`;
  return notAmong([person], above, state, facts) ?? top;
};
