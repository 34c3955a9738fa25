import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { materials as say } from '../phrases/materials.ts';
import type { Choice } from '../words/chooseFrom.ts';
import type { Form } from './Form.ts';
import type { ExtraCommand, FormChoice } from './FormChoice.ts';
import { openSlot } from './openSlot.ts';

/** 容缺受理: what is there, what is missing, and the promise. */
export const materialMenu = (form: Form, know: Knowledge): readonly Choice<FormChoice>[] => {
  const missing = form.owes?.missing ?? [];
  switch (openSlot(form, know)) {
    case 'materials':
      return [
        command(say.allThere, 'allThere', ALL_THERE),
        ...(mayOwe(form, know).length > 0 ? [command(say.someMissing, 'someMissing', SOME_MISSING)] : []),
      ];
    case 'missing':
      return [
        ...mayOwe(form, know)
          .filter(({ code }) => !missing.includes(code))
          .map(({ code, name }) => ({ label: say.lacks(name), value: { kind: 'lacks', code } as const })),
        missing.length > 0
          ? command(say.noneElse, 'noneElse', NONE_ELSE)
          : command(say.allThere, 'allThere', ALL_THERE),
      ];
    default:
      return [
        command(say.promise, 'promise', ['承诺', '本人承诺', '我承诺了', '我愿意承诺', '我同意承诺']),
        command(say.noPromise, 'noPromise', ['我不承诺', '不同意', '我不同意', '不承诺了', '先不承诺']),
      ];
  }
};

/** Those of the service that may come later. */
export const mayOwe = ({ service }: Form, know: Knowledge) =>
  (know.service(service ?? '')?.materials ?? []).filter(({ owe }) => owe !== undefined);

const ALL_THERE = [
  '齐了',
  '带齐了',
  '都齐了',
  '齐全',
  '齐的',
  '都带了',
  '都有',
  '全有',
  '全都有',
  '都准备好了',
  '都在',
];
const SOME_MISSING = [
  '缺',
  '还缺',
  '不齐',
  '没齐',
  '没带齐',
  '没带全',
  '不全',
  '没都带齐',
  '缺一点',
  '有缺的',
];
const NONE_ELSE = ['没了', '没有了', '就这些', '别的不缺', '就缺这个', '就这个'];

const command = (label: string, kind: ExtraCommand, also: readonly string[]): Choice<FormChoice> => ({
  label,
  value: { kind },
  also,
  command: true,
});
