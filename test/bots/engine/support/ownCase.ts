import type { Service } from '../../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { knowCity } from '../../../../shared/domain/city/knowCity.ts';
import { playOn } from './playOn.ts';
import { townKnowledge } from './townKnowledge.ts';

/** A report of a lamp, filed, with everybody around it. */
export const filedCase = async (know: Knowledge = townKnowledge(), text = '路灯坏了，建设路12号') => {
  const play = playOn(know);
  const people = {
    张三: play.person('web:r-1'),
    李四: play.person('web:r-2'),
    网格员: play.person('web:S1'),
    路灯所: play.person('web:H3'),
    派遣员: play.person('web:D1'),
    领导: play.person('web:L1'),
  };
  await people.张三.says(text);
  await people.张三.says('确认');
  const number = (await play.cases())[0]?.number ?? '';
  const stateNow = async (which = number) => {
    const found = (await play.cases()).find((state) => state.number === which);
    if (!found) throw new Error(`There is no case ${which}`);
    return found;
  };
  return { play, ...people, number, stateNow };
};

/** The same, signed by the unit. */
export const signedCase = async (know?: Knowledge) => {
  const scene = await filedCase(know);
  await scene.网格员.says(`属实 ${scene.number}`);
  await scene.路灯所.says(`签收 ${scene.number}`);
  scene.张三.hears();
  return scene;
};

/** The same, with the resident asked for the rating. */
export const ratedCase = async (know?: Knowledge) => {
  const scene = await signedCase(know);
  await handleAgain(scene);
  return scene;
};

/** Handled and checked, once more. */
export const handleAgain = async ({
  路灯所,
  网格员,
  number,
}: Pick<Awaited<ReturnType<typeof filedCase>>, '路灯所' | '网格员' | 'number'>): Promise<void> => {
  await 路灯所.says(`办结 ${number} 换了灯泡`);
  await 路灯所.says('直接提交');
  await 网格员.says(`合格 ${number}`);
};

/** The town with some of its services changed. */
export const townWith = (name: string, change: Partial<Service>): Knowledge => {
  const { city } = townKnowledge();
  return knowCity({
    ...city,
    services: city.services.map((service) => (service.name === name ? { ...service, ...change } : service)),
  });
};
