import fc from 'fast-check';
import { answerTurn } from '../../../bots/engine/answerTurn.ts';
import type { Answers, Ask, DialogTurn, Step } from '../../../bots/engine/Dialog.ts';
import type { Form } from '../../../bots/engine/report/Form.ts';
import type { Session } from '../../../bots/engine/Session.ts';
import { type Reply, replySchema } from '../../../shared/contracts/reply.ts';
import type { Turn } from '../../../shared/contracts/turn.ts';
import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { answerTo, place, said } from './support/arbitraries.ts';
import { townKnowledge } from './support/townKnowledge.ts';

const know = townKnowledge();

interface Round {
  readonly step: Extract<Step, { kind: 'done' }>;
  readonly asked: readonly Ask[];
}

/** Answers until the dialog is done; fails when it asks for ever or the same again. */
const finish = (session: Session | undefined, turn: DialogTurn, luck: number): Round => {
  let answers: Answers = {};
  const asked: Ask[] = [];
  for (let round = 0; round < 8; round++) {
    const step = answerTurn(session, turn, know, answers);
    expect(answerTurn(session, turn, know, answers)).toEqual(step);
    if (step.kind === 'done') return { step, asked };
    for (const ask of step.asks) {
      expect(answers).not.toHaveProperty(ask.key);
      asked.push(ask);
      answers = { ...answers, [ask.key]: answerTo(ask, luck + round) };
    }
  }
  throw new Error('The dialog asks for ever');
};

const CONFIRMS: ReadonlySet<string> = new Set(['1', '一', '第一个', '选1']);
const confirms = (one: Turn['said']): boolean =>
  (one.kind === 'text' && (CONFIRMS.has(one.text.trim()) || readYesNo(one.text) === 'yes')) ||
  (one.kind === 'press' && one.card === '' && one.choice === '确认');

/** Bytes of what the engine keeps for itself: a person's own words are theirs, and bounded by the text limit. */
const bytesWithoutWords = (session: Session): number => {
  const bare = JSON.stringify(session, (key, value) =>
    key === 'text' || key === 'words' || key === 'later' || key === 'doubt' ? undefined : value,
  );
  return Buffer.byteLength(bare);
};

const checkReplies = (replies: readonly Reply[]): void => {
  expect(replies.length).toBeGreaterThan(0);
  for (const reply of replies) {
    expect(() => replySchema.parse(reply)).not.toThrow();
    expect(reply.text.trim()).not.toBe('');
    // A press carries the label.
    for (const choice of reply.choices ?? []) expect(choice.length).toBeLessThanOrEqual(40);
  }
};

const checkSession = (session: Session): void => {
  expect(JSON.parse(JSON.stringify(session))).toEqual(session);
  expect(bytesWithoutWords(session)).toBeLessThan(2_048);
  expect(session.form?.text.length ?? 0).toBeLessThanOrEqual(2_000);
};

const conversations = fc.constantFrom(
  { conversation: 'web:r-1' },
  { conversation: 'web:S1', person: 'S1' },
  { conversation: 'web:H3', person: 'H3' },
  { conversation: 'web:D1', person: 'D1' },
);

const uuid = (n: number): string => `01234567-89ab-cdef-0123-${String(n).padStart(12, '0')}`;

describe('any conversation', () => {
  test('is answered in words, opens a case only for a yes in that very message, and stays small', () => {
    fc.assert(
      fc.property(
        conversations,
        fc.array(fc.tuple(said, fc.nat(1_000), fc.constantFrom(1_000, 60_000, 3_600_000, 90_000_000)), {
          maxLength: 40,
        }),
        (who, turns) => {
          let session: Session | undefined;
          let at = 1_790_560_800_000;
          for (const [index, [one, luck, pause]] of turns.entries()) {
            at += pause;
            const { step, asked } = finish(session, { ...who, id: uuid(index), at, said: one }, luck);
            if (asked.some(({ kind }) => kind === 'open')) expect(confirms(one)).toBe(true);
            // A page that is opened again by a code is not greeted again.
            if (step.replies.length > 0 || one.kind !== 'hello' || !('cell' in one))
              checkReplies(step.replies);
            checkSession(step.session);
            session = step.session;
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('knows the last messages again, whatever they were', () => {
    fc.assert(
      fc.property(
        conversations,
        fc.array(fc.tuple(said, fc.nat(1_000)), { minLength: 1, maxLength: 16 }),
        (who, turns) => {
          let session: Session | undefined;
          for (const [index, [one, luck]] of turns.entries())
            session = finish(session, { ...who, id: uuid(index), at: index, said: one }, luck).step.session;
          for (const [index, [one]] of turns.entries()) {
            const again = answerTurn(session, { ...who, id: uuid(index), at: 99, said: one }, know, {});
            expect(again).toEqual({ kind: 'done', session, replies: [] });
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a report', () => {
  const slots = (form: Form | undefined) =>
    form && {
      text: form.text,
      service: form.service,
      guesses: form.guesses,
      place: form.place,
      places: form.places,
      phone: form.phone,
      photos: form.photos,
      condition: form.condition,
      misses: form.misses,
    };

  test('has the same slots in whatever order text, place and photo come', () => {
    const words = fc.constantFrom(
      ...[
        '路灯坏了',
        '路灯坏了，建设路12号',
        '井盖没了',
        '幸福超市垃圾没人收',
        '垃圾桶',
        '跟邻居吵起来了，13812345678',
        '哈哈',
        '门口有个东西要倒下来了',
      ],
    );
    const verdict = { photo: { kind: 'photo', verdict: 'photo' } } as const;
    fc.assert(
      fc.property(words, place, (text, tapped) => {
        const messages: readonly Turn['said'][] = [
          { kind: 'text', text },
          tapped,
          { kind: 'photo', key: 'photos/x/1' },
        ];
        const [first, ...others] = permutations(messages).map((order) => {
          let session: Session | undefined;
          for (const [index, one] of order.entries()) {
            const turn = { id: uuid(index), conversation: 'web:r-1', at: index, said: one };
            const step = answerTurn(session, turn, know, verdict);
            if (step.kind === 'asks') throw new Error('Everything was answered');
            session = step.session;
          }
          return slots(session?.form);
        });
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

const permutations = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
