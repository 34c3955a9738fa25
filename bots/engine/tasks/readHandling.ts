import { exactWord } from '../../../shared/domain/text/exactWord.ts';
import { normalise } from '../../../shared/domain/text/normalise.ts';

/** What was said of a handling: how it was done, and whether a photo of it will come. */
export interface Handling {
  readonly words: string;
  /**
   * `none`: there will be none; `skip`: the person goes on without what was asked, whatever it was; `later`: anything else that is
   * only about the photo, so that it is waited for.
   */
  readonly photo?: 'none' | 'skip' | 'later';
}

/** Whole answers by which somebody who is asked for a photo goes on without one. */
const WITHOUT = ['无', '没有', '没', '不用', '不需要', '不必', '不了', '不发', '跳过', '略过', '略', '免'];
const GO_ON = ['直接提交', '提交', '直接办结', ...WITHOUT, ...WITHOUT.map((word) => `${word}了`)];

/** The words a remark about the photo is made of. Whoever says more than that says something of the handling. */
const TOKEN = new RegExp(
  [
    '(?<photo>照片|相片|图片|拍照(?!片)|照|图)',
    '(?<later>等一?下|[等待]一?会儿?|一会儿?|稍[后等]|马上|后面|然后|接着|随后|之后|回头|晚[点些]|[今明后]天|[上下中]午|晚上|下[次回一]|还没?有?|暂时|目前|现在|刚|先|再|正)',
    '(?<doubt>[?]|吗|呢|怎么|要不要|是不是|不[是能行可]|可以|[行能别])',
    '(?<none>没有?|无[需法]?|不[用要必发传拍附带]|不需要|跳过|略过?|免|[拍发传]不[了到])',
    '(?<refused>不)',
    '(?<rest>我们?|[这那][次里个件儿]?|[在的了是可啊吧哈哦呀嘛拍发传补附带给交看有都也就是张条过已经到来]|上传|提[交供]|现场|手机|直接|办结|一)',
  ].join('|'),
  'uy',
);

/** What a text that speaks of the photo and of nothing else says. */
const readRemark = (text: string): Handling['photo'] => {
  const said = normalise(text).replace(/(?!\?)[\p{P}\p{Z}]/gu, '');
  const found = new Set<string>();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < said.length) {
    const groups = TOKEN.exec(said)?.groups;
    if (!groups) return undefined;
    for (const [name, part] of Object.entries(groups)) if (part !== undefined) found.add(name);
  }
  if (!found.has('photo')) return undefined;
  return found.has('none') && ['later', 'doubt', 'refused'].every((name) => !found.has(name))
    ? 'none'
    : 'later';
};

/** 「没有照片」 and 「照片等下发」 are no words of the report, alone or beside them: 「换了灯泡，没有照片」. */
export const readHandling = (raw: string): Handling => {
  if (exactWord(raw, GO_ON) !== undefined) return { words: '', photo: 'skip' };
  // 「别跳过」「无？」
  if (exactWord(raw.replace(/^[不别]|[?？]+$/gu, ''), GO_ON) !== undefined)
    return { words: '', photo: 'later' };
  const clauses = raw.split(/(?<=[，,。；;、！!\s])/u).map((text) => ({ text, photo: readRemark(text) }));
  const remarks = clauses.flatMap(({ photo }) => photo ?? []);
  if (remarks.length === 0) return { words: raw };
  const words = clauses.flatMap(({ text, photo }) => (photo ? [] : [text])).join('');
  return {
    words: words.replace(/[，,；;、\s]+$/u, ''),
    photo: remarks.includes('later') ? 'later' : 'none',
  };
};
