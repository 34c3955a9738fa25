import { commandOfAction } from '../../../../bots/engine/tasks/Action.ts';
import { CARD_KINDS, cardMenu, offers } from '../../../../bots/engine/tasks/cardMenu.ts';
import { cardsFor } from '../../../../bots/engine/tasks/cardsFor.ts';
import type { Stage } from '../../../../shared/domain/case/Case.ts';
import { RULES } from '../../../../shared/domain/case/decide.ts';
import { inHand } from '../support/loopTown.ts';

const STAGES: Partial<Record<(typeof CARD_KINDS)[number], readonly Stage[]>> = {
  verify: ['verifying'],
  appeal: ['screening'],
  dispatch: ['dispatching'],
  decide: ['dispatching'],
  sign: ['assigned'],
  finish: ['handling'],
  assistSign: ['assigned', 'handling'],
  assistFinish: ['handling'],
  suspended: ['suspended'],
  check: ['checking'],
  visit: ['rating'],
  rate: ['rating'],
  approve: ['handling', 'suspended'],
  desk: ['assigned', 'handling'],
};

test('every button of a card is of a command that is allowed at the stage of the card', async () => {
  const { play } = await inHand();
  for (const kind of CARD_KINDS)
    for (const { value } of cardMenu(kind, play.know))
      for (const stage of STAGES[kind] ?? [])
        expect([kind, value.type, stage, RULES[commandOfAction(value)].stages.includes(stage)]).toEqual([
          kind,
          value.type,
          stage,
          true,
        ]);
});

test('a case may be several people’s turn at once, each with the card of theirs', async () => {
  const { play, 路灯所, stateNow, number } = await inHand();
  await 路灯所.says('会办 供电公司 需要停电');
  await 路灯所.says('延期 1天 缺配件');
  const state = await stateNow();
  const cards = (person: string, conversation = `web:${person}`) =>
    cardsFor(
      {
        know: play.know,
        turn: { id: 'm', conversation, person, at: play.clock.now, said: { kind: 'hello' } },
      },
      state,
    );
  expect(cards('H3')).toEqual(['finish']);
  expect(cards('H8')).toEqual(['assistSign']);
  expect(cards('D1')).toEqual(['approve', 'desk']);
  expect(cards('S1')).toEqual([]);
  expect(cards('H1')).toEqual([]);
  expect(offers('assistSign', { type: 'suspend' })).toBe(false);
  expect(await play.person('web:D1').says(number)).toMatch(
    /请审批：路灯管理所申请延期 1 个工作日：路灯异常[\s\S]*理由：缺配件[\s\S]*1 同意\n2 不同意$/u,
  );
  expect(await play.person('web:D1').says('待办')).toContain('1 同意');
});
