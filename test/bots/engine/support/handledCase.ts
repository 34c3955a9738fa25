import { playOn } from './playOn.ts';

/** A case that waits for 张三's rating. */
export const handled = async (play = playOn(), where = '建设路12号') => {
  const 张三 = play.person('web:r-1');
  const 网格员 = play.person('web:S1');
  const 路灯所 = play.person('web:H3');
  await 张三.says(`路灯坏了，${where}`);
  await 张三.says('确认');
  const number = (await play.cases()).at(-1)?.number ?? '';
  await 网格员.says(`属实 ${number}`);
  await 路灯所.says(`签收 ${number}`);
  await 路灯所.says(`办结 ${number} 换了灯泡`);
  await 路灯所.says('直接提交');
  await 网格员.says(`合格 ${number}`);
  return { play, 张三, 网格员, 路灯所, number };
};

export const ratingOf = async (play: ReturnType<typeof playOn>, number: string) =>
  (await play.cases()).find((one) => one.number === number)?.rating;
