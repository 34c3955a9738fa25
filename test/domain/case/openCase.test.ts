import { lifeOf, report } from '../../support/lifeOf.ts';
import { smallCity, smallKnowledge } from '../../support/smallCity.ts';
import { LID_CONDITIONS } from './support/lidCity.ts';

const know = smallKnowledge({
  services: smallCity.services.map((service) =>
    service.code === '01037' ? { ...service, conditions: LID_CONDITIONS } : service,
  ),
});

describe('a report with a condition', () => {
  test('is filed under it, urgent and by its limits', () => {
    const urgent = LID_CONDITIONS.find((one) => one.urgent);
    const life = lifeOf(know).when(report({ condition: urgent?.code ?? '' }));
    expect(life.state).toMatchObject({ condition: urgent?.code, urgent: true, stage: 'verifying' });
    expect(life.dueText).toBe('2026-09-28 10:30');
  });

  test('is filed under the first where none is named', () => {
    const life = lifeOf(know).when(report());
    expect(life.state).toMatchObject({ condition: LID_CONDITIONS[0]?.code, urgent: false });
  });

  test('is refused where the service has no such condition', () => {
    expect(lifeOf(know).when(report({ condition: 'z' })).outcome).toBe('unknownCondition');
    expect(lifeOf(know).when(report({ service: '99999', condition: 'a' })).outcome).toBe('unknownService');
  });
});
