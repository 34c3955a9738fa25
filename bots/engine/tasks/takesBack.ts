import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { soften, trimSaid } from '../../../shared/domain/text/trimSaid.ts';
import { readGlobalWord } from '../words/globalWords.ts';

/** Who speaks, and when they mean to. */
const BEFORE =
  '(?:我们?|你|请|让我|容我|那|还是|刚才|刚刚|不好意思|对不起|抱歉|是|得|要|想|先|今天|明天|后天|[上下]午|晚上|回头|改天)*';
/** 点错了, 选错件了. 「地点写错了」 is none: it says what is wrong. */
const SLIP = `(?:(?:都|全)?(?:点|按|选|弄|搞|发|打|看|回|回复)错(?:件|人|了一?件)?|手滑)了?`;
const WAIT = '(?:等等|等一?下|等一?会儿?|稍等|稍后|慢着|[别不]急|先?别|先不)(?:一?下|办|动|报|说|记|点)?';
/** 再去看看, 再核实一下, 去现场看看: nothing is decided yet. */
const LOOK =
  '(?:再(?:去|来)?|去|来)(?:现场|实地)?(?:看看?|瞧瞧?|查查?|核实|核查|核对|确认|想想?|问问?|说|考虑|商量)(?:一?下|清楚)?了?';
/** 不是这件, 别办那个. */
const OTHER = '(?:不是|别办|不办|不要)(?:这|那|它)(?:一?[件个条])?(?:事)?的?';

const CLAUSE = new RegExp(`^${BEFORE}(?:${SLIP}|${WAIT}|${LOOK}|${OTHER})$`, 'u');
const GAPS = /[\s,，、。.;；!！~～…]+/u;

/** Says no, wait, or that it was a slip: nobody may act on it, and what was begun goes back to where it can be chosen anew. */
export const takesBack = (raw: string): boolean => {
  const word = readGlobalWord(raw);
  if (word === 'back' || word === 'cancel') return true;
  return trimSaid(raw)
    .split(GAPS)
    .some((clause) => CLAUSE.test(soften(clause)) || readYesNo(clause) === 'no');
};
