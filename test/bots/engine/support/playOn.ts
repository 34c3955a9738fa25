import { randomInt } from 'node:crypto';
import { answerTurn } from '../../../../bots/engine/answerTurn.ts';
import { renderPlain } from '../../../../bots/engine/renderPlain.ts';
import type { Session } from '../../../../bots/engine/Session.ts';
import { takeTurn } from '../../../../bots/takeTurn.ts';
import { commandCase } from '../../../../shared/application/commandCase.ts';
import { followUp } from '../../../../shared/application/followUp.ts';
import { issueCode } from '../../../../shared/application/issueCode.ts';
import { notifyPeople } from '../../../../shared/application/notifyPeople.ts';
import { projectCase } from '../../../../shared/application/projectCase.ts';
import type { Outbound } from '../../../../shared/contracts/reply.ts';
import type { Turn } from '../../../../shared/contracts/turn.ts';
import type { Case } from '../../../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../../../shared/domain/case/CaseCommand.ts';
import { nextDue } from '../../../../shared/domain/case/nextDue.ts';
import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { memoryTalks } from '../../../../shared/store/memory/memoryStores.ts';
import { smallWorld } from '../../../support/smallWorld.ts';
import { townKnowledge } from './townKnowledge.ts';

type Verdict = 'photo' | 'missing' | 'tooLarge' | 'notAPhoto';

/** A stage with people who talk to one small city in memory: what one does, the others hear of at once. */
export const playOn = (know: Knowledge = townKnowledge(), start = '2026-09-28 10:00') => {
  const world = smallWorld(know, start);
  const talks = memoryTalks<Session>();
  const verdicts = new Map<string, Verdict>();
  const inboxes = new Map<string, Outbound[]>();
  const numbers: string[] = [];
  const told = new Map<string, number>();
  let ids = 0;

  const take: ReturnType<typeof takeTurn> = takeTurn({
    ...world,
    talks,
    inspectPhoto: async (key) => verdicts.get(key) ?? 'photo',
    deliver: async (messages) => {
      for (const message of messages) {
        const inbox = inboxes.get(message.conversation) ?? [];
        if (!inbox.some(({ id }) => id === message.id)) inbox.push(message);
        inboxes.set(message.conversation, inbox);
      }
    },
    dialog: answerTurn,
    send: async (turn) => void (await take(turn)),
  });

  const turn = async (conversation: string, said: Turn['said'], id = `m${++ids}`): Promise<void> => {
    await take({ v: 1, id, conversation, correlation: id, said });
    await follow();
  };

  /** Lists and notices follow from the history, as in the running system. */
  const follow = async (): Promise<void> => {
    // What one case brings about in another, that was looked at already, is heard as well.
    while (await followOnce());
  };

  const followOnce = async (): Promise<boolean> => {
    let isNew = false;
    const found = await world.cases.scan(undefined);
    for (const number of found.numbers) {
      if (!numbers.includes(number)) numbers.push(number);
      const history = await world.cases.history(number);
      for (const { seq } of history.slice(told.get(number) ?? 0)) {
        told.set(number, seq);
        isNew = true;
        await projectCase(world)(number);
        for (const { conversation, notice } of await notifyPeople({
          ...world,
          history: world.cases.history,
          follow: followUp(world),
        })(number, seq))
          await take({
            v: 1,
            id: `${notice.id}`,
            conversation,
            correlation: notice.id,
            said: { kind: 'notice', notice },
          });
      }
    }
    return isNew;
  };

  const person = (conversation: string) => {
    let heard = 0;
    const news = (): readonly Outbound[] => {
      const inbox = inboxes.get(conversation) ?? [];
      const fresh = inbox.slice(heard);
      heard = inbox.length;
      return fresh;
    };
    const act = async (said: Turn['said'], id?: string): Promise<string> => {
      const before = inboxes.get(conversation)?.length ?? 0;
      await turn(conversation, said, id);
      const inbox = inboxes.get(conversation) ?? [];
      heard = inbox.length;
      return inbox
        .slice(before)
        .map(({ reply }) => renderPlain(reply))
        .join('\n---\n');
    };
    return {
      conversation,
      /** Everything said to the person in answer, as plain text. */
      says: (text: string, id?: string) => act({ kind: 'text', text }, id),
      taps: (lng: number, lat: number, name?: string) =>
        act({ kind: 'place', lng, lat, ...(name === undefined ? {} : { name }) }),
      sends: (photo: string, verdict: Verdict = 'photo') => {
        verdicts.set(`photos/x/${photo}`, verdict);
        return act({ kind: 'photo', key: `photos/x/${photo}` });
      },
      presses: (card: string, choice: string) => act({ kind: 'press', card, choice }),
      /** By the code posted in a cell, or without. */
      opens: (cell?: string) => act({ kind: 'hello', ...(cell === undefined ? {} : { cell }) }),
      sendsVoice: () => act({ kind: 'unknown', what: '语音' }),
      /** What came in since, without the person having said anything. */
      hears: (): string =>
        news()
          .map(({ reply }) => renderPlain(reply))
          .join('\n---\n'),
      /** The id of the newest card. */
      card: (): string =>
        (inboxes.get(conversation) ?? []).findLast(({ reply }) => reply.card !== undefined)?.reply.card ?? '',
      replies: () => (inboxes.get(conversation) ?? []).map(({ reply }) => reply),
      session: async (): Promise<Session> => {
        const latest = await talks.latest(conversation);
        if (!latest) throw new Error(`${conversation} has not spoken`);
        return latest.session;
      },
    };
  };

  return {
    person,
    know,
    /** A one-time code for somebody of the staff, as an administrator gives it out. */
    code: async (who: string, days = 7): Promise<string> => {
      const issued = await issueCode({ ...world, below: randomInt })(who, days);
      if (!issued) throw new Error(`${who} is not in the ledger`);
      return issued.code;
    },
    /** All that is kept of a conversation. */
    records: (conversation: string) => talks.after(conversation, 0, 1_000),
    wrongCodes: world.wrongCodes,
    bindings: async () => (await world.staffing.load()).staffing.bindings,
    /** The cases there are, oldest first. */
    cases: async (): Promise<readonly Case[]> => world.cases.loadMany(numbers),
    clock: world.clock,
    /** Something a resident does, however it is said. */
    command: async (number: string, command: Exclude<CaseCommand, { type: 'open' }>, id: string) => {
      const [state] = await world.cases.loadMany([number]);
      const by = { person: state?.reporter ?? '', role: 'resident' } as const;
      await commandCase(world)(number, command, { id: `${id}${command.type}${number}`, by });
      await follow();
    },
    /** The clock of a case is looked at once, however much has fallen due. */
    tick: async (number: string): Promise<void> => {
      const by = { person: 'clock', role: 'system' } as const;
      await commandCase(world)(number, { type: 'tick' }, { id: `tick${number}${world.clock.now}`, by });
      await follow();
    },
    history: (number: string) => world.cases.history(number),
    /** Time passes; what falls due on the way happens in order. */
    wait: async (ms: number): Promise<void> => {
      const end = world.clock.now + ms;
      for (;;) {
        const due = (await world.cases.loadMany(numbers))
          .flatMap((state) => {
            const at = nextDue(state);
            return at === undefined || at > end ? [] : [{ number: state.number, at }];
          })
          .sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        world.clock.now = Math.max(world.clock.now, due.at);
        const by = { person: 'clock', role: 'system' } as const;
        await commandCase(world)(due.number, { type: 'tick' }, { id: `tick${due.number}${due.at}`, by });
        await follow();
      }
      world.clock.now = end;
    },
  };
};

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
