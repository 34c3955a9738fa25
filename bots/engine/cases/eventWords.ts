import { splitOwner } from '../../../shared/domain/case/answersFor.ts';
import type { CaseEvent } from '../../../shared/domain/case/CaseEvent.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { durationText } from '../../../shared/domain/time/durationText.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { happened } from '../phrases/happened.ts';
import { resident } from '../phrases/resident.ts';
import { matterName, unitName } from './describeCase.ts';

/** What one reader may have of an event. */
export interface Seen {
  readonly know: Knowledge;
  /** `：words`, as this reader may read what somebody wrote; empty where there is nothing for them. */
  readonly said: (words: string | undefined) => string;
  /** Numbers of other cases, a place to the house, names of staff: empty for who may not have them. */
  readonly number: (number: string) => string;
  readonly place: (name: string) => string;
  readonly nameOf: (person: string) => string;
  /** Done by another resident, or said by one, of whom this reader must not hear. */
  readonly others: boolean;
}

type Words = {
  readonly [T in CaseEvent['type']]: (
    event: Extract<CaseEvent, { type: T }>,
    seen: Seen,
  ) => string | undefined;
};

/**
 * The one place where an event becomes words: without an entry here an event does not compile. What people wrote goes through
 * `said`, whoever they are through `nameOf`; undefined: nothing is told of it.
 */
const WORDS: Words = {
  opened: ({ patrol, privacy, owed = [] }) =>
    [
      happened.opened({ patrol: patrol === true, hidden: privacy && happened.hidden[privacy] }),
      ...(owed.length === 0 ? [] : [happened.owed(owed.map(({ name }) => name).join('、'))]),
    ].join('，'),
  supplemented: (_event, { others }) => (others ? undefined : happened.supplemented),
  supplied: (_event, { others }) => (others ? undefined : happened.supplied),
  corrected: (event, { know, place }) =>
    [
      happened.corrected(matterName(event, know)),
      ...(event.place ? [happened.movedTo(place(event.place.name))] : []),
    ].join('，'),
  verified: () => happened.verified,
  declined: ({ reason }, { said }) => happened.declined(said(reason)),
  appealed: ({ reason }, { said, others }) => (others ? undefined : happened.appealed(said(reason))),
  accepted: () => happened.accepted,
  unroutable: () => happened.unroutable,
  merged: ({ into }, { number }) => happened.merged(number(into)),
  unmerged: () => happened.unmerged,
  joined: ({ cases }, { number }) =>
    happened.joined(listed(cases.map((one) => number(one.number)).filter((text) => text !== ''))),
  solved: ({ report }, { said }) => happened.solved(said(report)),
  dispatched: ({ tasks, reason }, { know, said }) => {
    const named = (share: 'lead' | 'assist') =>
      listed(tasks.filter((task) => task.share === share).map((task) => unitName(task.unit, know)));
    return happened.dispatched(named('lead'), named('assist'), said(reason));
  },
  signed: ({ unit }, { know }) => happened.signed(unitName(unit, know)),
  returned: ({ unit, reason }, { know, said }) => happened.returned(unitName(unit, know), said(reason)),
  transferred: ({ unit, to }, { know, nameOf }) =>
    happened.transferred(unitName(unit, know), 'unit' in to ? unitName(to.unit, know) : nameOf(to.person)),
  cohandled: ({ task, reason }, { know, said }) =>
    happened.cohandled(unitName(task.unit, know), said(reason)),
  released: ({ units }, { know }) => happened.released(listed(units.map((unit) => unitName(unit, know)))),
  begun: ({ unit }, { know }) => happened.begun(unitName(unit, know)),
  requested: ({ request: { kind, unit, by, reason } }, { know, said }) =>
    `${happened.requests[kind](unitName(unit, know), by === undefined ? '' : ` ${durationText(by)}`)}${said(reason)}`,
  approved: ({ kind, unit }, { know }) => happened.approved(unitName(unit, know), happened.asked[kind]),
  rejected: ({ kind, unit, reason, lapsed }, { know, said }) =>
    lapsed
      ? happened.requestLapsed(unitName(unit, know), happened.asked[kind])
      : happened.rejected(unitName(unit, know), happened.asked[kind], said(reason)),
  extended: ({ clock }) => happened.extended(formatForPeople(clock.due)),
  paused: ({ pause: { kind, words } }, { said }) => happened.paused[kind](said(words)),
  resumed: ({ because }) => happened.resumed[because],
  opined: ({ person, words }, { nameOf, said }) => happened.opined(nameOf(person), said(words)),
  contained: ({ unit, report }, { know, said }) => happened.contained(unitName(unit, know), said(report)),
  done: ({ unit, report }, { know, said }) => happened.done(unitName(unit, know), said(report)),
  passed: () => happened.passed,
  failed: ({ reason }, { said, others }) => happened.failed(others ? '' : said(reason)),
  rated: ({ rating }, { others }) => (others ? undefined : happened.rated(resident.grades[rating.overall])),
  visited: ({ agreed, words }, { said, others }) => happened.visited(agreed, others ? '' : said(words)),
  concluded: ({ reason }, { said }) => happened.concluded(said(reason)),
  filed: ({ rated }) => (rated ? happened.filed : happened.filedUnrated),
  withdrawn: ({ reason }, { said, others }) => (others ? undefined : happened.withdrawn(said(reason))),
  left: (_event, { others }) => (others ? undefined : happened.left),
  urged: ({ count }, { others }) => (others ? undefined : happened.urged(count)),
  // A reminder is between the clock and whose turn it is; what ends with it is told by the events that follow.
  rang: ({ step }) => (step === 'remind' || step === 'lapse' ? undefined : happened.rang[step]),
  listed: ({ listing: { unit, due } }, { know }) =>
    happened.listed(unitName(unit, know), formatForPeople(due)),
  owedAnew: ({ clock }) => happened.owedAnew(formatForPeople(clock.due)),
  recomputed: ({ clock }) => happened.recomputed(formatForPeople(clock.due)),
  handedOver: ({ owner, from, to }, { nameOf }) => {
    const plain = happened.handedOver[splitOwner(owner)[0]];
    const [gave = '', got = ''] = [from, to].map((people) => listed(people.map(nameOf)));
    const named = [...from, ...to].some((one) => nameOf(one) !== '');
    return named ? `${plain}（${happened.handedOverByName(gave, got)}）` : plain;
  },
  moved: () => undefined,
};

const listed = (names: readonly string[]): string => names.join('、');

/** What became true, in words; undefined when there is nothing to tell. */
export const eventWords = <T extends CaseEvent['type']>(
  event: Extract<CaseEvent, { type: T }>,
  seen: Seen,
): string | undefined => (WORDS[event.type] as Words[T])(event, seen);
