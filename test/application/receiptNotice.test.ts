import { type NotifyWorld, notifyPeople } from '../../shared/application/notifyPeople.ts';
import type { Entry } from '../../shared/domain/case/CaseEvent.ts';
import { receiptOf } from '../../shared/domain/case/receiptOf.ts';
import { everyEvent, JOINED, NEIGHBOUR } from '../support/everyEvent.ts';
import { sealed } from '../support/handmadeCase.ts';
import { at, NUMBER, RESIDENT, staff } from '../support/lifeOf.ts';
import { smallKnowledge } from '../support/smallCity.ts';
import { smallWorld } from '../support/smallWorld.ts';

test('with the result the reporter gets the receipt of that entry, and nobody of a merged case gets one of another', async () => {
  const know = smallKnowledge();
  const history = sealed([
    ['2026-09-28 10:00', RESIDENT, { ...everyEvent.opened, privacy: 'anonymous' }],
    ['2026-09-28 11:00', staff('S1'), everyEvent.joined],
    [
      '2026-09-28 12:00',
      staff('H3', 'handler'),
      everyEvent.done,
      { type: 'moved', to: 'rating', owner: 'resident@web:r-1' },
    ],
  ]);
  const world: NotifyWorld = {
    ...smallWorld(know),
    history: async () => history,
    follow: async () => undefined,
    now: () => at('2026-09-28 12:00'),
  };
  const pushes = await notifyPeople(world)(NUMBER, 3);
  const told = pushes.map(({ conversation, notice }) => [
    conversation,
    'receipt' in notice ? notice.receipt : undefined,
    'own' in notice ? notice.own : undefined,
  ]);
  expect(told).toEqual([
    ['web:r-1', receiptOf(history[2] as Entry), undefined],
    [NEIGHBOUR, undefined, JOINED],
  ]);
});
