import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../../shared/domain/privacy/maskPrivate.ts';
import { serviceName } from '../cases/describeCase.ts';

/** `202609280000001 建设路12号 路灯异常`: which case, where, what. */
export const nameCase = (
  { number, place, service }: Pick<Case, 'number' | 'place' | 'service'>,
  know: Knowledge,
): string =>
  `${number} ${shortly(maskPrivate(place.name))} ${serviceName(service, know).slice(0, LONGEST - 2)}`;

/** Of a place; short enough for a button. */
const LONGEST = 12;

/** What stands in brackets at the end tells places of one name apart, and stays. */
const shortly = (place: string): string => {
  const [, name = place, area = ''] = /^(.*?)(（[^（）]{1,16}）)$/u.exec(place) ?? [];
  return `${name.slice(0, LONGEST)}${area}`;
};
