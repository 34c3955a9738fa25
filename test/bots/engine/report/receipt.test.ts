import { answerTurn } from '../../../../bots/engine/answerTurn.ts';
import { hearNotice } from '../../../../bots/engine/notices/hearNotice.ts';
import type { Session } from '../../../../bots/engine/Session.ts';
import { takeTurn } from '../../../../bots/takeTurn.ts';
import type { CaseNotice } from '../../../../shared/contracts/notice.ts';
import { receiptOf } from '../../../../shared/domain/case/receiptOf.ts';
import { memoryTalks } from '../../../../shared/store/memory/memoryStores.ts';
import { NUMBER } from '../../../support/lifeOf.ts';
import { smallKnowledge } from '../../../support/smallCity.ts';
import { smallWorld } from '../../../support/smallWorld.ts';
import { townKnowledge } from '../support/townKnowledge.ts';

const PAGES = 'https://city.example';

const filed = async (pages?: string) => {
  const world = smallWorld(townKnowledge());
  const take = takeTurn({
    ...world,
    ...(pages === undefined ? {} : { pages }),
    talks: memoryTalks<Session>(),
    inspectPhoto: async () => 'photo',
    deliver: async () => undefined,
    dialog: answerTurn,
  });
  const say = (id: string, text: string) =>
    take({ v: 1, id, conversation: 'web:r-1', correlation: id, said: { kind: 'text', text } });
  await say('m1', '建设路12号门口的路灯坏了');
  const { replies } = await say('m2', '确认');
  const [number = ''] = (await world.cases.scan(undefined)).numbers;
  return { text: replies[0]?.text ?? '', history: await world.cases.history(number) };
};

const result: CaseNotice = {
  id: `${NUMBER}#6#0`,
  kind: 'result',
  number: NUMBER,
  service: '路灯异常',
  place: '建设路12号',
  text: '路灯坏了',
  photos: [],
  urgent: false,
};
const heard = (notice: CaseNotice, pages?: string): string => {
  const step = hearNotice(
    {
      session: { seen: [], lastAt: 0 },
      know: smallKnowledge(),
      answers: {},
      turn: {
        id: 'n1',
        conversation: 'web:r-1',
        at: 1,
        said: { kind: 'notice', notice },
        ...(pages === undefined ? {} : { pages }),
      } as never,
    },
    notice,
  );
  return step.kind === 'done' ? (step.replies[0]?.text ?? '') : '';
};

test('whoever files something is given the receipt of the opening, and told where it is checked', async () => {
  const { text, history } = await filed(PAGES);
  const [opening] = history;
  if (!opening) throw new Error('Nothing was opened');
  expect(text).toContain(`\n凭证：${receiptOf(opening)}（到 ${PAGES}/verify 可查验）\n`);
});

test('where no page is known there is the code alone', async () => {
  expect((await filed()).text).toMatch(/\n凭证：1(?:-[0-9A-Z]{4}){4}\n/u);
});

test('with the result comes another, and none for whom none was made', () => {
  const receipt = receiptOf({ seq: 6, hash: 'x'.repeat(43) });
  expect(heard({ ...result, receipt }, PAGES)).toContain(`凭证：${receipt}（到 ${PAGES}/verify 可查验）`);
  expect(heard(result, PAGES)).not.toContain('凭证');
});
