import { isQuestion } from '../../../shared/domain/text/isQuestion.ts';
import { CLAUSES } from '../../../shared/domain/text/matterText.ts';
import { normalise } from '../../../shared/domain/text/normalise.ts';
import { WORK_WORDS } from './WORK_WORDS.ts';

const { work, well } = WORK_WORDS;
const CREW = '(?:人|师傅|工人|电工|队伍?|车|材料|配件|零件)';
const WHEN = '(?:马上|立[即刻]|这就|赶紧|尽快|今天|明[天早]|后天|[上下]午|晚上|回头|准备|打算|[已]?安排)';

const TELLS = [
  // 灯泡换好了, 换了灯泡, 垃圾清走了, 已修复
  new RegExp(
    `${work}(?:好|完|掉|走|上|干净|到位|成)?(?:了|过|完毕)|(?:${well})[了啦]$|已经?.{0,3}${work}|修复`,
    'u',
  ),
  // 已经派人去了, 师傅到了, 我们在路上, 已经联系供电公司
  new RegExp(`派(?:了|过)?${CREW}(?!来)|${CREW}(?:已经?|都|也)*(?:到|去|在|出发)(?:了|现场|路上|$)`, 'u'),
  /已经?(?:派|联系|通知|安排|上报|出发|到|去)|^我们?(?:已经?|都|也)*(?:到|去|在)(?:了|现场|路上|$)|在路上/u,
  // 正在修, 马上去换, 等配件
  new RegExp(
    `(?:正在?|还在|^在|现在)(?:施工|${work})|${WHEN}.{0,3}(?:去|派|到|安排|${work})|^${WHEN}[了吧]?$`,
    'u',
  ),
  /^(?:我们?|还?要|还?在|正)*等(?:配件|零件|材料|料|货|人|师傅|工人|天晴|雨停)|缺(?:配件|零件|材料|料|货|人手)|没有?(?:配件|零件|材料|料|货)/u,
  // 灯泡还没换好, 没修好, 修不了
  new RegExp(`(?:没有?|未|尚未|不)(?:完全|全部?|彻底|能|来得及|去)*${work}|${work}不[了动]`, 'u'),
];
/** Of others, asked of others, or gone wrong once more: rather something new. */
const OTHERWISE =
  /有人|别人|他们|居民|商[户家]|谁|[请让叫]|麻烦|希望|能不能|没有?人|又(?:坏|灭|漏|堵|脏|有|不|没)/u;

/**
 * Whether somebody who has work in hand seems to tell how it goes: done, under way, or not done yet. Words that name a matter plainly
 * are asked of the catalog first. Only good for asking back.
 */
export const tellsOfWork = (raw: string): boolean => {
  if (isQuestion(raw) || OTHERWISE.test(raw)) return false;
  return normalise(raw)
    .split(CLAUSES)
    .some((clause) => TELLS.some((pattern) => pattern.test(clause)));
};
