import { z } from 'zod';
import { channelSchema, conversationSchema } from '../../contracts/turn.ts';
import { parseDuration } from '../../domain/time/Duration.ts';
import { isDate } from '../../domain/time/isDate.ts';

/** A text that must pass a test; the sentence and its remedy are for the clerk. */
const tested = (test: (text: string) => boolean, what: (text: string) => string, remedy: string) =>
  z.string().refine(test, { error: ({ input }) => what(String(input)), params: { remedy } });

const matching = (pattern: RegExp, what: (text: string) => string, remedy: string) =>
  tested((text) => pattern.test(text), what, remedy);

const SPREADSHEET = /^\d(?:\.\d+)?E\+?\d+$/iu;

/** Lists of names are opened in spreadsheets, which would run such a name as a formula. */
const noFormula = (schema: z.ZodString): z.ZodString =>
  ['=', '@'].reduce(
    (all, sign) =>
      all.refine((text) => !text.startsWith(sign), {
        error: ({ input }) => `“${String(input).slice(0, 20)}”以“${sign}”开头，表格软件会当成公式`,
        params: { remedy: `去掉开头的“${sign}”` },
      }),
    schema,
  );

/** Text that people read: not empty, one line, no more than a line. */
const lineSchema = tested(
  (text) => text.trim() === text && /^[^\p{Cc}]{1,60}$/u.test(text),
  (text) => (text.trim() === '' ? '内容是空的' : `“${text.slice(0, 20)}”太长、有换行或首尾有空格`),
  '写 1–60 个字，不换行',
);

export const nameSchema = noFormula(lineSchema);

export const areaCodeSchema = matching(
  /^\d{2,20}$/u,
  (text) =>
    SPREADSHEET.test(text) ? `编码“${text}”被表格软件改成了科学记数` : `“${text.slice(0, 30)}”不是区域编码`,
  '区域编码只有数字；在表格软件里先把这一列设为“文本”',
);

/** Services, groups, units, persons, conditions. */
export const codeSchema = matching(
  /^[0-9A-Za-z][0-9A-Za-z_.-]{0,39}$/u,
  (text) => `“${text.slice(0, 30)}”不能作编码`,
  '编码用字母、数字和 _ . -，最多 40 个字符',
);

export const durationSchema = tested(
  (text) => parseDuration(text) !== undefined,
  (text) => `“${text.slice(0, 20)}”不是时限`,
  '写成 30m、8h、3d（自然时间）、4wh（工作小时）或 5wd（工作日），不能为零',
);

export const dateSchema = tested(
  isDate,
  (text) => `“${text.slice(0, 20)}”不是日期`,
  '写成 2026-01-31，并且确有这一天',
);

/** `24:00` is the end of a day. */
export const clockTimeSchema = matching(
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u,
  (text) => `“${text.slice(0, 20)}”不是钟点`,
  '写成两位数的时和分，例如 "09:00"',
);

export const phoneSchema = matching(
  /^[\d+() -]{3,20}$/u,
  (text) => `“${text.slice(0, 30)}”不是电话号码`,
  '只用数字、空格和 + - ( )；不知道就空着',
);

/** `web`, or a whole conversation such as `wechaty:wxid_1`. */
export const channelFieldSchema = tested(
  (text) => channelSchema.safeParse(text).success || conversationSchema.safeParse(text).success,
  (text) => `不认识的渠道“${text.slice(0, 30)}”`,
  `写 ${channelSchema.options.join('、')} 之一，或完整的会话（如 wechaty:wxid_1）`,
);

/** 不予受理: a reason to press or to say, on a button. */
export const reasonSchema = noFormula(
  tested(
    (text) => text.trim() === text && /^[^\p{Cc}]{1,20}$/u.test(text),
    (text) => (text.trim() === '' ? '理由是空的' : `理由“${text.slice(0, 20)}”太长、有换行或首尾有空格`),
    '写 1–20 个字，不换行',
  ),
);

/** How people say it: short, and at least one letter or character to find it by. */
export const wordSchema = matching(
  /^(?=.*[\p{L}\p{N}])[^\p{Cc}]{1,30}$/u,
  (text) => `说法“${text.slice(0, 20)}”是空的、太长或只有标点`,
  '写 1–30 个字',
);
