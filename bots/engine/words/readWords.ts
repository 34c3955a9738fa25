import { TEXT_LIMIT } from '../../../shared/contracts/turn.ts';
import { cleanText } from '../../../shared/domain/text/cleanText.ts';
import { trimSaid } from '../../../shared/domain/text/trimSaid.ts';

/** A text message, read once. */
export interface Words {
  /** As it is kept: cleaned, and cut at the limit. Never escaped: whoever shows it escapes it. */
  readonly raw: string;
  /** Something after the limit was dropped. */
  readonly cut: boolean;
}

export const readWords = (text: string): Words => {
  const whole = cleanText(text);
  // Cutting may leave half a character, which is cleaned away.
  return whole.length > TEXT_LIMIT
    ? { raw: cleanText(whole.slice(0, TEXT_LIMIT)), cut: true }
    : { raw: whole, cut: false };
};

export interface Command {
  readonly word: string;
  readonly number?: string;
  readonly rest: string;
}

const SEPARATOR = '[\\s,，:：;；、。.!！]';
const COMMAND = new RegExp(
  `^${SEPARATOR}*([^\\s\\d,，:：;；、。.!！]+)(?:${SEPARATOR}+|(?=\\d{15}(?!\\d))|$)(\\d{15}(?!\\d))?${SEPARATOR}*([\\s\\S]*)$`,
  'u',
);

/**
 * `签收 202609280000001`, `办结：已更换灯泡`: a word that stands by itself, perhaps a case number, perhaps more. The number may stand
 * before it, too: `202609280000001 不属实`.
 */
export const readCommand = (raw: string): Command | undefined => {
  const about = readAbout(raw);
  if (about) {
    const command = readCommand(about.rest);
    return command && command.number === undefined ? { ...command, number: about.number } : undefined;
  }
  const match = COMMAND.exec(raw);
  if (!match?.[1]) return undefined;
  const [, word, number, rest = ''] = match;
  return { word, ...(number === undefined ? {} : { number }), rest };
};

const ABOUT = new RegExp(
  `^(20\\d{13})(?!\\d)${SEPARATOR}*(?:这一?[件个条]|的)?${SEPARATOR}*(\\D[\\s\\S]*)$`,
  'u',
);

/** A case number, and words about that case. */
export const readAbout = (raw: string): { readonly number: string; readonly rest: string } | undefined => {
  const [, number, rest] = ABOUT.exec(raw) ?? [];
  return number === undefined || rest === undefined ? undefined : { number, rest };
};

/** A case number by itself. */
export const readNumber = (raw: string): string | undefined => /^\d{15}$/.exec(trimSaid(raw))?.[0];

/** `1`, `１`, `①`, `1️⃣`, `1.`; longer digit runs are no menu number. */
export const readMenuNumber = (raw: string): number | undefined => {
  const said = trimSaid(raw.replaceAll('\u20e3', ''));
  return /^\d{1,3}$/.test(said) ? Number(said) : undefined;
};
