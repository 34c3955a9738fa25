import { contentOf } from './contentOf.ts';

const NOT_YET =
  /(?:别|不要?|不用|不想)(?:急着?|忙着?)?(?:上报|报|提交|发|送|交)(?:上去|出去)?(?!了)|等(?:一?[下会]|等|我)|待会|一会|稍[等后]|慢着|且慢|(?:明天|以后|回头|晚点|[过等]会儿?)?再(?:报|说|提交|想|看)/gu;

/** 「先别报」「等一下再报」: not now, and nothing else. */
export const isNotYet = (text: string): boolean => {
  const rest = text.replace(NOT_YET, '');
  return rest !== text && contentOf(rest).length < 2;
};
