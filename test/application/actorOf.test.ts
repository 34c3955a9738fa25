import { actorOf, openerOf } from '../../shared/application/actorOf.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { CommandType } from '../../shared/domain/case/CaseCommand.ts';
import { lifeOf, report, staff } from '../support/lifeOf.ts';
import { smallKnowledge } from '../support/smallCity.ts';

const ledger = smallKnowledge();
const verifying = lifeOf(ledger).when(report());
const today = { now: verifying.now, ledger };
const fresh = verifying.state;
const assigned = verifying.when({ type: 'verify' }, staff('S1')).state;
const handling = verifying.when({ type: 'sign' }, staff('H3', 'handler')).state;
const asking = verifying.when({ type: 'extend', by: '1wd', reason: '等' }, staff('H3', 'handler')).state;

const role = (person: string, type: Exclude<CommandType, 'open'>, state: Case) =>
  actorOf({ conversation: `web:${person}`, person }, { type }, today)(state);

test.each([
  ['S1', 'verify', fresh, 'supervisor'],
  ['H3', 'sign', assigned, 'handler'],
  ['H3', 'finish', handling, 'handler'],
  ['D1', 'redispatch', handling, 'dispatcher'],
  ['D1', 'approve', asking, 'dispatcher'],
  ['L1', 'accept', { ...fresh, stage: 'screening', owner: 'leader@990101' }, 'leader'],
  ['D1', 'visit', { ...fresh, stage: 'rating', owner: 'dispatcher@990101001' }, 'dispatcher'],
  ['S2', 'verify', fresh, 'supervisor'],
] as const)('%s asks to %s in the post in which they do', (person, type, state, acts) => {
  expect(role(person, type, state as Case)).toEqual({ person, role: acts });
});

test('whoever holds several posts of it acts in the one that the command is for', () => {
  const both = smallKnowledge({
    ledger: ledger.city.ledger.map((row) => (row.person === 'D1' ? { ...row, person: 'H3' } : row)),
  });
  const act = (type: 'approve' | 'finish') =>
    actorOf({ conversation: 'web:H3', person: 'H3' }, { type }, { ...today, ledger: both })(asking).role;
  expect([act('approve'), act('finish')]).toEqual(['dispatcher', 'handler']);
});

test.each(['supplement', 'supply', 'withdraw', 'appeal', 'urge', 'rate'] as const)(
  'to %s is asked as the conversation, by staff too: they report things like everybody',
  (type) => {
    expect(role('S1', type, fresh)).toEqual({ person: 'web:S1', role: 'resident' });
  },
);

test('a resident is a resident, whatever they ask for', () => {
  const speaker = { conversation: 'web:r-1' };
  expect(actorOf(speaker, { type: 'verify' }, today)(fresh)).toEqual({ person: 'web:r-1', role: 'resident' });
  expect(openerOf(speaker, { patrol: {} })).toEqual({ person: 'web:r-1', role: 'resident' });
});

test('what staff find on patrol they file in their post; what they report besides, as anybody', () => {
  const speaker = { conversation: 'web:S1', person: 'S1' };
  expect(openerOf(speaker, { patrol: {} })).toEqual({ person: 'S1', role: 'supervisor' });
  expect(openerOf(speaker, {})).toEqual({ person: 'web:S1', role: 'resident' });
});
