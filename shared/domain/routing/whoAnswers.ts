import { postHolders } from '../case/answersFor.ts';
import type { Owner } from '../case/Case.ts';
import type { Area, Service } from '../city/City.ts';
import type { Knowledge } from '../city/Knowledge.ts';
import type { Holder } from '../ledger/buildLedger.ts';
import { eachOnce } from '../ledger/eachOnce.ts';
import { dateText, dayOf, type Instant } from '../time/Instant.ts';
import { explainRoute, type RouteExplanation } from './explainRoute.ts';

interface NamedPerson {
  readonly person: string;
  /** As the ledger has it; the person itself when it does not know them. */
  readonly name: string;
}

interface AnsweringPerson {
  readonly holder: Holder;
  /** Those whom they stand in for. */
  readonly actsFor: readonly NamedPerson[];
  readonly deputy?: NamedPerson;
  /** From the one above, upwards. */
  readonly superiors: readonly NamedPerson[];
}

/** A post that has to do with a matter, and who answers in it. */
interface AnsweringPost {
  readonly owner: Owner;
  readonly as: 'supervisor' | 'lead' | 'assist';
  /** Empty: nobody holds it, nor leads the area. */
  readonly people: readonly AnsweringPerson[];
}

export interface Answering {
  readonly service: Service;
  /** The leaf, then its parents, up to the root. */
  readonly lineage: readonly Area[];
  readonly route: RouteExplanation;
  readonly posts: readonly AnsweringPost[];
}

/** Everything that is decided by a service and a leaf: the unit with its reasons, and who answers at that moment. */
export const whoAnswers = (
  know: Knowledge,
  { service, leaf, now }: { readonly service: Service; readonly leaf: string; readonly now: Instant },
): Answering => {
  const lineage = know.lineage(leaf);
  const route = explainRoute(know.city.routes)(service, lineage);
  const date = dateText(dayOf(now));
  const post = (as: AnsweringPost['as'], owner: Owner): AnsweringPost => {
    const holders = postHolders(owner, leaf, now, know);
    return {
      as,
      owner,
      people: eachOnce(holders).map((holder) => ({
        ...withPeople(know, holder, date),
        actsFor: holders.flatMap(({ person, actingFor }) =>
          person === holder.person && actingFor !== undefined ? named(know, actingFor, date) : [],
        ),
      })),
    };
  };
  const posts = [
    post('supervisor', `supervisor@${leaf}`),
    ...(route.lead?.lead ? [post('lead', `unit@${route.lead.lead.unit}`)] : []),
    ...route.assist.map(({ unit }) => post('assist', `unit@${unit}`)),
  ];
  return { service, lineage, route, posts };
};

const withPeople = (know: Knowledge, holder: Holder, date: string): Omit<AnsweringPerson, 'actsFor'> => ({
  holder,
  ...(holder.deputy === undefined ? {} : { deputy: named(know, holder.deputy, date) }),
  superiors: superiorsOf(know, holder, date),
});

const superiorsOf = (know: Knowledge, holder: Holder, date: string): readonly NamedPerson[] => {
  const chain: NamedPerson[] = [];
  const seen = new Set([holder.person]);
  for (let above = holder.superior; above !== undefined && !seen.has(above); ) {
    seen.add(above);
    chain.push(named(know, above, date));
    above = rowOf(know, above, date)?.superior;
  }
  return chain;
};

const named = (know: Knowledge, person: string, date: string): NamedPerson => ({
  person,
  name: rowOf(know, person, date)?.name ?? person,
});

/** Their own post rather than one they stand in for; one that names a superior where there are several. */
const rowOf = (know: Knowledge, person: string, date: string): Holder | undefined => {
  const own = know.posts(person, date).filter(({ actingFor }) => actingFor === undefined);
  return own.find(({ superior }) => superior !== undefined) ?? own[0];
};
