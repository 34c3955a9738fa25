/** Text that is markup already: made by `html` only, never from what people wrote. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Every value that goes in is escaped, unless it is markup that this template made itself. */
export const html = (parts: TemplateStringsArray, ...values: readonly unknown[]): Markup =>
  new Markup(parts.map((part, i) => part + (i < values.length ? write(values[i]) : '')).join(''));

const write = (value: unknown): string => {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  return escapeText(String(value ?? ''));
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs that can turn text around or hide in it: controls, zero-width, bidirectional overrides. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

const escapeText = (text: string): string =>
  text.replace(INVISIBLE, '').replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '');
