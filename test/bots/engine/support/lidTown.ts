import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { LID_CONDITIONS } from '../../../domain/case/support/lidCity.ts';
import { playOn } from './playOn.ts';
import { townKnowledge } from './townKnowledge.ts';

/** The town where a manhole cover is loose, or missing and urgent. */
const lidTown = (): Knowledge => {
  const { city } = townKnowledge();
  const services = city.services.map((service) =>
    service.name === '井盖异常'
      ? { ...service, needs: ['place', 'text'] as const, conditions: LID_CONDITIONS }
      : service,
  );
  return knowCity({ ...city, services });
};

/** Something reported in that town, told as loose where that is asked, and on its way to the supervisor. */
export const lidReported = async (text: string) => {
  const play = playOn(lidTown());
  const 张三 = play.person('web:r-1');
  if ((await 张三.says(text)).includes('松动、异响')) await 张三.says('松动、异响');
  await 张三.says('确认');
  const stateNow = async () => (await play.cases())[0];
  return {
    play,
    张三,
    网格员: play.person('web:S1'),
    路灯所: play.person('web:H3'),
    number: (await stateNow())?.number ?? '',
    stateNow,
  };
};
