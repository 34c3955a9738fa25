import type { LedgerRow } from '../../../../shared/domain/city/City.ts';
import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { LID_CONDITIONS } from '../../../domain/case/support/lidCity.ts';
import { playOn } from './playOn.ts';
import { townKnowledge } from './townKnowledge.ts';

const row = (role: LedgerRow['role'], person: string, name: string, unit?: string): LedgerRow => ({
  role,
  area: '990101',
  person,
  name,
  phone: '13800000000',
  channel: 'web',
  superior: 'L1',
  from: '2025-01-01',
  ...(unit === undefined ? {} : { unit }),
});

const unit = (code: string, name: string, parent: string) => ({
  code,
  name,
  parent,
  phone: '021-9',
  channel: 'web',
});

/** The town with all who have a part in the loop: colleagues, a unit below another, one that helps, experts; and a lid that is mended in two stages. */
const loopTown = () => {
  const { city } = townKnowledge();
  const lids = LID_CONDITIONS.map((one) => ({ ...one, limits: { ...one.limits, repair: '5wd' } }));
  return knowCity({
    ...city,
    services: city.services.map((service) =>
      service.code === '01023'
        ? { ...service, needs: ['place', 'text'] as const, conditions: lids }
        : service,
    ),
    units: [...city.units, unit('U08', '小城供电公司', 'U00'), unit('U31', '一街道路灯班', 'U03')],
    ledger: [
      ...city.ledger,
      row('handler', 'H4', '李四', 'U03'),
      row('handler', 'H8', '供电员', 'U08'),
      row('handler', 'H31', '路灯班长', 'U31'),
      row('expert', 'E1', '赵专家'),
      row('expert', 'E2', '钱专家'),
      { ...row('leader', 'L2', '街道主任'), area: '990101001' },
    ],
  });
};

/** Everybody, and a case that somebody reported. */
export const reported = async (text = '路灯坏了，建设路12号') => {
  const play = playOn(loopTown());
  const 张三 = play.person('web:r-1');
  if ((await 张三.says(text)).includes('松动、异响')) await 张三.says('松动、异响');
  await 张三.says('确认');
  const stateNow = async () => {
    const [state] = await play.cases();
    if (!state) throw new Error('nothing was reported');
    return state;
  };
  return {
    play,
    张三,
    网格员: play.person('web:S1'),
    邻格: play.person('web:S2'),
    派遣员: play.person('web:D1'),
    路灯所: play.person('web:H3'),
    李四: play.person('web:H4'),
    供电: play.person('web:H8'),
    环卫所: play.person('web:H1'),
    主任: play.person('web:L2'),
    专家: play.person('web:E1'),
    专家二: play.person('web:E2'),
    number: (await stateNow()).number,
    stateNow,
  };
};

/** The same, signed by its unit. */
export const inHand = async (text?: string) => {
  const town = await reported(text);
  await town.网格员.says('属实');
  await town.路灯所.says('签收');
  for (const one of Object.values(town)) if (typeof one === 'object' && 'hears' in one) one.hears();
  return town;
};

/** The same, before it is signed. */
export const sent = async () => {
  const town = await reported();
  await town.网格员.says('属实');
  for (const one of Object.values(town)) if (typeof one === 'object' && 'hears' in one) one.hears();
  return town;
};
