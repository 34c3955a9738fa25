import { readCode } from '../../../shared/domain/ledger/accessCode.ts';

/** `code`: as it was said, perhaps mistyped. `mentions`: a code in a sentence that does not say, or denies, that it shall be used. */
export type Binding = { readonly kind: 'code'; readonly code: string } | { readonly kind: 'mentions' };

const GAP = '[\\s\\p{Pd}_.·]?';
const TYPED = `[0-9A-Z](?:${GAP}[0-9A-Z]){3,19}`;
const WANTS = '(?:你好|您好|请|麻烦[你您]?|帮我|我[要想来]?|[,，、!。\\s])*';
/** 「绑定 K7M…」「绑定码是K7M…」「我的绑定码：K7M…」; nothing before it that denies, nothing behind it that asks. */
const SAYS = new RegExp(
  `^${WANTS}(?:我的)?绑定?(?:一下|我的|账号|帐号|微信|手机)*(?:绑?定?码)?[是为]?[\\s:,，]*(${TYPED})[\\s。!~]*$`,
  'u',
);
const ONLY_TYPED = new RegExp(`^${TYPED}$`, 'u');
const AROUND = /^[\s\p{Ps}\p{Pi}"']+|[\s\p{Pe}\p{Pf}"'。.!~]+$/gu;
const CODE_IN_WORDS = new RegExp(
  `(?<![0-9A-Za-z])(?=([0-9A-Za-z](?:${GAP}[0-9A-Za-z]){8})(?![0-9A-Za-z]))`,
  'gu',
);
const OF_BINDING = /绑|管理员|(?:验证|激活|注册|邀请)码/u;

/**
 * A message that is a one-time code or says to bind with one. A code by itself counts only when it is whole and its last sign fits:
 * orders and plates look like one. `asked`: we have just asked for it, and a mistyped one is meant as one, too.
 */
export const readBinding = (text: string, asked: boolean): Binding | undefined => {
  const said = text.normalize('NFKC').toUpperCase().replace(AROUND, '');
  const code = SAYS.exec(text.normalize('NFKC').toUpperCase())?.[1];
  if (code !== undefined) return { kind: 'code', code };
  if (readCode(said) !== undefined || (asked && ONLY_TYPED.test(said))) return { kind: 'code', code: said };
  return OF_BINDING.test(said) && codesIn(said).length > 0 ? { kind: 'mentions' } : undefined;
};

/** The message as it may be kept: a code that may still be good is not in it. */
export const hideCode = (text: string, asked: boolean): string => {
  const binding = readBinding(text, asked);
  if (!binding) return text;
  if (binding.kind === 'code') return `绑定 ${HIDDEN}`;
  const plain = text.normalize('NFKC');
  return codesIn(plain).reduce((left, code) => left.replaceAll(code, HIDDEN), plain);
};

const HIDDEN = '***-***-***';

/** In a text of normal width. */
const codesIn = (plain: string): readonly string[] =>
  [...plain.matchAll(CODE_IN_WORDS)]
    .map(([, found = '']) => found)
    .filter((found) => readCode(found) !== undefined);
