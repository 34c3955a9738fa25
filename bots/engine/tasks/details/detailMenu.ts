import type { Knowledge } from '../../../../shared/domain/city/Knowledge.ts';
import { durationText } from '../../../../shared/domain/time/durationText.ts';
import { unitName } from '../../cases/describeCase.ts';
import { details as say } from '../../phrases/details.ts';
import type { Choice } from '../../words/chooseFrom.ts';
import { type Detail, openSlot } from './Detail.ts';

/** What a button stands for: a code, a place of the list by its index, or a command. */
export type DetailChoice = { readonly kind: 'value'; readonly value: string } | { readonly kind: 'none' };

/** The buttons by which the slot that is open can be filled. */
export const detailMenu = (detail: Detail, know: Knowledge): readonly Choice<DetailChoice>[] => {
  const { options = [], places = [] } = detail;
  switch (openSlot(detail)) {
    case 'into':
      return options.map((number) => value(number, number));
    case 'unit':
      return options.map((code) => value(unitName(code, know), code));
    case 'to':
      return options.map((code) => value(colleagueName(code, know), code));
    case 'by':
      return options.map((by) => value(durationText(by), by));
    case 'place':
      return places.map(({ name }, index) => value(name, String(index)));
    case 'urgent':
      return [
        value(say.urgent, 'yes', ['加急', '要紧']),
        value(say.notUrgent, 'no', ['一般', '不急', '普通']),
      ];
    case 'words':
      return (say.reasons[detail.action] ?? []).map((reason) => value(reason, reason));
    case 'confirmed':
      return [
        { ...value(say.confirm, 'yes', ['确定', '是', '是的', '对', '就这样']), command: true },
        { label: say.back, value: { kind: 'none' }, command: true },
      ];
    case undefined:
      return [];
  }
};

/** `person:H008` or `unit:U21`, by name. */
export const colleagueName = (code: string, know: Knowledge): string => {
  const [kind = '', id = ''] = code.split(':');
  return kind === 'unit' ? unitName(id, know) : (know.nameOf(id) ?? id);
};

const value = (label: string, code: string, also: readonly string[] = []): Choice<DetailChoice> => ({
  label,
  value: { kind: 'value', value: code },
  also,
});
