import { ownerName } from '../../../bots/engine/cases/describeCase.ts';
import { viewCase } from '../../../functions/case/viewCase.ts';
import { postHolders, splitOwner } from '../../../shared/domain/case/answersFor.ts';
import { type Case, ENDED, type Owner } from '../../../shared/domain/case/Case.ts';
import { turnsOf } from '../../../shared/domain/case/turnsOf.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import type { Holder } from '../../../shared/domain/ledger/buildLedger.ts';
import { dateText, dayOf, type Instant } from '../../../shared/domain/time/Instant.ts';
import type { CasePanelAnswer, CaseTurn, TurnPerson } from './CasePanelAnswer.ts';
import type { Controlled } from './Controlled.ts';
import { conversationOfPost } from './findPost.ts';
import { namePost } from './namePost.ts';

/** Whoever plays everybody may see everything: undefined when there is no such case. */
export const casePanel = async (
  { store, cities, clock }: Pick<Controlled, 'store' | 'cities' | 'clock'>,
  number: string,
): Promise<CasePanelAnswer | undefined> => {
  const state = await store.cases.load(number);
  if (!state) return undefined;
  const [know, rules, history] = await Promise.all([
    cities.current(),
    cities.at(state.city),
    store.cases.history(number),
  ]);
  return {
    shown: viewCase(state, history, { looker: { kind: 'office' }, own: true, know, rules }),
    turns: ENDED.has(state.stage)
      ? []
      : turnsOf(state).map((owner) => turnOf(owner, state, know, clock.now())),
    merged: (state.joined ?? []).map((one) => one.number),
  };
};

const turnOf = (owner: Owner, state: Case, know: Knowledge, now: Instant): CaseTurn => {
  const [role, code] = splitOwner(owner);
  const people =
    role === 'resident'
      ? [residentOf(code, know, now)]
      : inTurn(postHolders(owner, state.leaf, now, know), owner, state).map((row) => holderOf(row, know));
  return { ownerName: ownerName(owner, know), people };
};

/** Who has the task first; experts who have answered have done their part. */
const inTurn = (holders: readonly Holder[], owner: Owner, { tasks, opinions = [] }: Case) => {
  const [role, code] = splitOwner(owner);
  const answered = new Set(role === 'expert' ? opinions.map(({ person }) => person) : []);
  const person = role === 'unit' ? tasks.find(({ unit }) => unit === code)?.person : undefined;
  return holders
    .filter((row) => !answered.has(row.person))
    .toSorted((a, b) => Number(b.person === person) - Number(a.person === person));
};

const holderOf = (row: Holder, know: Knowledge): TurnPerson => {
  const { role, area, unit, person } = row;
  return {
    ...namePost(row, know),
    conversation: conversationOfPost(row),
    open: { post: { role, area, ...(unit === undefined ? {} : { unit }), person } },
  };
};

/** Staff report as residents do, from the phone they have. */
const residentOf = (conversation: string, know: Knowledge, now: Instant): TurnPerson => {
  const person = know.personOf(conversation);
  const [post] = person === undefined ? [] : know.posts(person, dateText(dayOf(now)));
  if (post) return holderOf(post, know);
  const named = { name: '', role: '居民', kind: 'resident', where: '', conversation } as const;
  return conversation.startsWith('web:') ? { ...named, open: { resident: conversation } } : named;
};
