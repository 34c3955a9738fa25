import type { Privacy } from '../../../shared/domain/case/Case.ts';
import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { normalise } from '../../../shared/domain/text/normalise.ts';

/** `open`: 「不用匿名」. */
export type SaidPrivacy = Privacy | 'open';

const NOT = '(?:不|别|无需|没有?|取消|去掉)(?:要|用|想|必|需要|再|是)*';
/** 匿名信 and 保密单位 are matters, or places. */
const ANONYMOUS = '匿名(?!信|电话|短信|账号|帖|消息)';
const KEPT = '保密(?!单位|局|室|柜|箱|文件|协议|工作)';
const OPEN = new RegExp(
  `${NOT}(?:${ANONYMOUS}|${KEPT})|(?<!${NOT})实名|(?:说|知道)是我[说报]?的?也?(?:没关系|没事|可以|行|不要紧|无所谓)`,
  'u',
);
const HIDES = new RegExp(`${ANONYMOUS}|(?:不|别)(?:要|用|想)*实名`, 'u');
/** 「别说是我说的」「不要告诉他们是我」「别让人知道我报的」「不要透露我的名字」 */
const KEEPS = new RegExp(
  `${KEPT}|(?:别|不要|不能|不可以?|勿)(?:跟|和|对|向|让|叫|给|把|再|去)?.{0,6}(?:说|讲|告诉|知道|晓得|透露|泄露|泄漏|暴露|公开|提).{0,6}(?:是我|我(?:的)?(?:说|报|反映|举报|投诉|告|名字|姓名|身份|信息|电话|是谁)|是?谁(?:说|报|反映|举报|投诉|告))`,
  'u',
);

/** Whether somebody says who may learn that it was them. Undefined when nothing is said of it. */
export const readPrivacy = (text: string): SaidPrivacy | undefined => {
  const said = normalise(text);
  if (OPEN.test(said)) return 'open';
  if (HIDES.test(said)) return 'anonymous';
  return KEEPS.test(said) ? 'confidential' : undefined;
};

const ABOUT_IT = /匿名|实名|保密|举报|投诉|反映|上报|名字|姓名|身份|告诉|透露|他们|单位|需要|没关系/gu;

/** Nothing else is said: it is no part of the description. */
export const saysOnlyPrivacy = (text: string): boolean => {
  const said = normalise(text);
  const rest = [OPEN, HIDES, KEEPS].reduce((left, one) => left.replace(one, ''), said);
  return contentOf(rest.replace(ABOUT_IT, '')).length < 2;
};
