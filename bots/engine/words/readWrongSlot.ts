import { readYesNo } from '../../../shared/domain/text/affirm.ts';
import { soften, trimSaid } from '../../../shared/domain/text/trimSaid.ts';
import type { FormEdit } from '../report/Form.ts';

/** What people call the parts of a report. */
const NAMES: readonly (readonly [FormEdit, string])[] = [
  ['place', '地点|位置|地址|地方|定位|门牌号?'],
  ['service', '事项|事情|类型|类别'],
  ['condition', '情形|情况|紧急程度'],
  ['text', '说明|描述|内容'],
  ['photo', '照片|图片|相片|图'],
  ['materials', '材料|资料|证件'],
  ['phone', '电话号码|手机号码|电话|手机号|手机|号码|联系方式'],
];

const BEFORE = '(?:我|这个?|那个?|上面|里面?|发|填|写|选|报|说|的|是|有点?|好像)*';
const HOW = '(?:好像|可能|是|写|填|发|选|说|弄|搞|标|传|都|也|有点儿?|得)*';
const WRONG =
  '(?:不太?对|错|有误|有错|不太?准确?|不正确|不是(?:这[里个儿样]|那[里个儿样])|[要得需]改|换一下|改一下|改改|改)';
const CHANGE = '(?:修改|更改|更换|更正|重新?[填发选传拍说]|改|换)(?:一下|一?个|一?张)?';
/** 「不是这里」「不在那边」 */
const NOT_HERE =
  /^(?:我|好像|可能|应该|地点|位置|地址|都|也)*(?:不是|不在|不对是)在?[这那](?:[里儿边]|个?(?:地方|位置|地点|地址))(?:的|啊)?$/u;
const PATTERNS = NAMES.map(
  ([slot, names]) =>
    [
      slot,
      new RegExp(
        `^${BEFORE}(?:${names})${HOW}${WRONG}(?:了|的)?$|^(?:我|要|想|请|帮|需|得|能)*${CHANGE}(?:${names})$`,
        'u',
      ),
    ] as const,
);

/**
 * 「地点不对」「位置错了」「不是这里」「改一下照片」, also behind a yes or no (「好，但是地址不对」): which part of the report is wrong. 「地点没错」,
 * 「地点不用改」 and whatever says more are none.
 */
export const readWrongSlot = (raw: string): FormEdit | undefined => {
  const clauses = trimSaid(raw)
    .split(/[,，.。;；!！、\s]+/u)
    .map((clause) => soften(clause.replace(/^(?:但是?|不过|可是|就是|只是|可)/u, '')))
    .filter((clause) => clause !== '' && readYesNo(clause) === undefined);
  const [only] = clauses;
  if (only === undefined || clauses.length > 1) return undefined;
  if (NOT_HERE.test(only)) return 'place';
  return PATTERNS.find(([, pattern]) => pattern.test(only))?.[0];
};
