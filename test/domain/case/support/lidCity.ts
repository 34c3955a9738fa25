import type { Condition } from '../../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { smallCity, smallKnowledge } from '../../../support/smallCity.ts';

const [lamp] = smallCity.services;
if (!lamp) throw new Error('The small city has services');

/** 井盖: loose is not urgent, missing is, with limits of its own. */
export const LID_CONDITIONS: readonly Condition[] = [
  {
    code: 'a',
    name: '松动、异响',
    urgent: false,
    limits: { verify: '1h', accept: '2wh', sign: '1wh', handle: '2wd', check: '4wh' },
  },
  {
    code: 'b',
    name: '缺失、塌陷',
    urgent: true,
    limits: { verify: '30m', accept: '30m', sign: '30m', handle: '3h', check: '4h' },
  },
];

/** The small city with a service that tells conditions apart. */
export const lidCity = (): Knowledge =>
  smallKnowledge({
    services: [
      ...smallCity.services,
      { ...lamp, code: '01001', name: '井盖异常', words: ['井盖坏了'], conditions: LID_CONDITIONS },
    ],
  });
