import { actorOf, openerOf } from '../shared/application/actorOf.ts';
import { type BindWorld, bindAccount } from '../shared/application/bindAccount.ts';
import { closeLeave } from '../shared/application/closeLeave.ts';
import { type CaseWorld, commandCase, type Outcome, openCase } from '../shared/application/commandCase.ts';
import { fileLeave } from '../shared/application/fileLeave.ts';
import { reportsOf, tasksOf } from '../shared/application/listCases.ts';
import { mergeCase } from '../shared/application/mergeCase.ts';
import type { InspectPhoto, RowStore, SendTurn } from '../shared/application/ports.ts';
import { turnOf } from '../shared/application/turnOf.ts';
import { unbindAccount } from '../shared/application/unbindAccount.ts';
import { shortId } from '../shared/domain/case/chain.ts';
import { mayLook } from '../shared/domain/case/maySee.ts';
import { takenOver } from '../shared/domain/case/takenOver.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import type { Instant } from '../shared/domain/time/Instant.ts';
import { commandId } from './commandId.ts';
import { nameOf } from './engine/binding/nameOf.ts';
import type { Answer, Ask, DialogTurn } from './engine/Dialog.ts';

export interface AskWorld extends Omit<CaseWorld, 'cities'>, BindWorld {
  readonly rows: Pick<RowStore, 'tasksIn' | 'numbersOfReporter'>;
  readonly inspectPhoto: InspectPhoto;
  /** To somebody else than who is speaking. */
  readonly send: SendTurn;
}

/** A turn with the moment its door took it, and the id under which logs know the message. */
export interface TakenTurn extends DialogTurn {
  readonly saidAt?: Instant;
  readonly correlation: string;
}

/** How many cases of a list a dialog is shown. */
const MOST = 10;

/** What a dialog asks of the world, carried out as the person of the turn. Asked again for the same turn, it finds it done. */
export const answerAsk = async (
  world: AskWorld,
  turn: TakenTurn,
  ask: Ask,
  city: Knowledge,
): Promise<Answer> => {
  const person = turn.person ?? turn.conversation;
  switch (ask.kind) {
    case 'open':
      return told(
        await openCase(world)(ask.command, {
          ...requestOf(turn, ask),
          by: openerOf(turn, ask.command),
          ...(turn.saidAt === undefined ? {} : { saidAt: turn.saidAt }),
        }),
      );
    case 'act':
      return act(world, turn, ask, city);
    case 'merge':
      return merge(world, turn, ask, city);
    case 'myCases':
      return { kind: 'cases', cases: await reportsOf(world)(turn.conversation, MOST, ask.filed) };
    case 'myTasks':
      return { kind: 'cases', ...(await tasksOf(world)(person, city, MOST)) };
    case 'listed': {
      const found = await world.cases.loadMany(ask.numbers);
      const now = world.now();
      return {
        kind: 'cases',
        cases: found.filter((state) => mayLook(turn.conversation, state, now, city)),
      };
    }
    case 'look': {
      const found = await world.cases.load(ask.number);
      if (!found) return { kind: 'refused', refusal: { code: 'noSuchCase' } };
      if (mayLook(turn.conversation, found, world.now(), city))
        return { kind: 'case', case: found, history: await world.cases.history(ask.number) };
      const to = takenOver(person, found, world.now(), city);
      if (to) return { kind: 'refused', refusal: { code: 'handedOver', to, owner: found.owner } };
      return ask.held ? { kind: 'case', case: found } : { kind: 'refused', refusal: { code: 'noSuchCase' } };
    }
    case 'inspectPhoto':
      return { kind: 'photo', verdict: await world.inspectPhoto(ask.photo) };
    case 'bind':
      return { kind: 'bound', outcome: await bind(world, turn, ask.code, city) };
    case 'takeLeave': {
      const { from, to } = ask;
      const wanted = { person, from, ...(to === undefined ? {} : { to }) };
      return { kind: 'leave', outcome: await fileLeave(world)(wanted, person, turn.saidAt) };
    }
    case 'endLeave':
      return { kind: 'leave', outcome: await closeLeave(world)({ person, by: person, saidAt: turn.saidAt }) };
    case 'unbind': {
      const { conversation } = turn;
      await unbindAccount(world)({ person: ask.person, conversation, by: ask.person });
      return { kind: 'unbound' };
    }
  }
};

/** The account that spoke for the person until now is told, so that nobody takes it away unseen. */
const bind = async (world: AskWorld, turn: TakenTurn, code: string, city: Knowledge) => {
  const { id, conversation, correlation } = turn;
  const outcome = await bindAccount(world)(code, { conversation, turn: shortId(id) });
  if (outcome.kind !== 'bound' || outcome.was === undefined) return outcome;
  const at = turn.saidAt ?? turn.at;
  const notice = { id: `moved#${requestOf(turn, { key: 'moved' }).id}`, kind: 'moved', at } as const;
  const name = nameOf(outcome.person, city);
  await world.send(turnOf({ conversation: outcome.was, notice: { ...notice, name }, correlation }));
  return outcome;
};

const act = async (
  world: AskWorld,
  turn: TakenTurn,
  ask: Extract<Ask, { kind: 'act' }>,
  city: Knowledge,
): Promise<Answer> => {
  const { command, number } = ask;
  if (command.type === 'open' || command.type === 'tick')
    throw new Error(`A dialog cannot ask for ${command.type} this way`);
  const by = actorOf(turn, command, { now: world.now(), ledger: city });
  return told(await commandCase(world)(number, command, { ...requestOf(turn, ask), by }));
};

const merge = async (
  world: AskWorld,
  turn: TakenTurn,
  ask: Extract<Ask, { kind: 'merge' }>,
  city: Knowledge,
): Promise<Answer> => {
  const by = actorOf(turn, { type: 'merge' }, { now: world.now(), ledger: city });
  const request = { ...requestOf(turn, ask), by };
  return told(await mergeCase(world)(ask.number, ask.into, { request, looker: turn.conversation }));
};

const told = (outcome: Outcome): Answer =>
  outcome.kind === 'refused' ? outcome : { kind: 'case', case: outcome.case };

const requestOf = (turn: TakenTurn, ask: Pick<Ask, 'key'>) => ({
  id: commandId(turn.conversation, turn.id, ask.key),
  correlation: turn.correlation,
});
