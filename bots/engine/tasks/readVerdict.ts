import { contentOf } from '../../../shared/domain/text/contentOf.ts';
import { isQuestion } from '../../../shared/domain/text/isQuestion.ts';
import { normalise } from '../../../shared/domain/text/normalise.ts';
import { WORK_WORDS } from './WORK_WORDS.ts';

const { work, well } = WORK_WORDS;
/** What leaves it open whether it is wholly so, or so by now: 快修好了, 应该修好了, 东边修好了, 有一盏修好了, 等修好了, 要是修好了. */
const OPEN_YET =
  '[没不未别快才将要等能会再又也算听说传称怕差半另谁哪怎几一二两三四五六七八九十边侧处段头部有假如若以为像概估许或\\d]';
/** 「修好了」 「灯已经修好了」 「已修好」: short, and nothing stands open. */
const HOLDS = new RegExp(
  `^(?:(?!${OPEN_YET}|应该|可能|希望|明天|马上|稍后).){0,8}(?:${well}[了啦]|已经?${well})的?$`,
  'u',
);
/** 「现场看过了」 before the verdict. */
const LOOKED =
  /^(?:我|刚才?|刚刚|今天|到|去|在|已经?)*(?:现场|实地)?(?:看|查|核实?|核查|检查)(?:了|过|看|一下)*$/u;

const FAILS = [
  // 没修好, 还没修好, 没有完全修好, 没人来修
  new RegExp(
    `(?:没有?|未能?|尚未|并未)(?:完全|全部|全|真正|真的?|彻底|怎么|都|能|给|有|人|派人|来|得到)*(?:${work}|${well})`,
    'u',
  ),
  // 修得不好, 修得很差, 修不好
  new RegExp(
    `${work}(?:得|的)(?:很|太|非常|有点)?(?:不(?:太|够|怎么|是很)?\\p{Script=Han}|差|糟|马虎|敷衍)`,
    'u',
  ),
  new RegExp(`${work}不(?:好|干净|到位|彻底|完全|牢)`, 'u'),
  // 还是坏的, 又坏了, 仍然不亮
  /(?:还是?|仍然?|依然|依旧|照样|又)(?:坏|灭|漏|堵|脏|臭|黑|不|很|老样|原样|那样)/u,
  new RegExp(`^只?${work}了?一半|^不(?:亮|通|行|合格)|^没(?:亮|通)`, 'u'),
];
/** 「不是没修好」 denies that it fails; 「没来得及去看」 and 「还没去看」 tell of whoever should look. */
const NOT_OF_WORK =
  /不是[^,，。]*[没不未]|没有?[^,，。]*(?:得|的)?不(?:好|行)|来得及|来不及|(?:没|未|不)[^,，。]{0,4}(?:去|到|看|查|核)/u;

/**
 * What somebody who was asked to check says of the work, without the words of the card: it holds (「修好了」), or it does not
 * (「没修好」). Undefined for anything else, and wherever more is said: it cannot be taken back.
 */
export const readVerdict = (raw: string): 'holds' | 'fails' | undefined => {
  const clauses = normalise(raw)
    .split(/[,，、。.;；!！…~～\s]+/u)
    .filter(Boolean);
  if (isQuestion(raw) || clauses.some((clause) => NOT_OF_WORK.test(clause))) return undefined;
  if (clauses.some((clause) => FAILS.some((sign) => sign.test(clause)))) return 'fails';
  const others = clauses.filter((clause) => !HOLDS.test(clause));
  const plain = others.every((clause) => LOOKED.test(clause) || contentOf(clause) === '');
  return plain && others.length < clauses.length ? 'holds' : undefined;
};
