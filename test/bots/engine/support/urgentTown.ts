import type { Condition } from '../../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { townKnowledge } from './townKnowledge.ts';

const condition = (code: string, name: string, urgent: boolean): Condition => ({
  code,
  name,
  urgent,
  limits: urgent
    ? { verify: '30m', accept: '30m', sign: '30m', handle: '3h', check: '4h' }
    : { verify: '2wh', accept: '2wh', sign: '2wh', handle: '6h', check: '4wh' },
});

const CONDITIONS: Readonly<Record<string, readonly Condition[]>> = {
  // Must be told.
  '01023': [condition('a', '松动、异响', false), condition('b', '缺失、塌陷', true)],
  // Has one for the usual case.
  '06010': [condition('a', '少量', false), condition('b', '大量', true)],
  // Tells some apart, none urgent.
  '06042': [condition('a', '破损', false), condition('b', '满溢', false)],
};

/** The town where conditions (情形) are told apart. */
export const urgentTown = (): Knowledge => {
  const { city } = townKnowledge();
  const services = city.services.map((service) => {
    const conditions = CONDITIONS[service.code];
    return conditions ? { ...service, needs: ['place', 'text'] as const, conditions } : service;
  });
  return knowCity({ ...city, services });
};
