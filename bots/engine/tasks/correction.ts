import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { matterName, serviceName } from '../cases/describeCase.ts';
import { staff as say } from '../phrases/staff.ts';
import type { Question } from '../Session.ts';
import type { Choice } from '../words/chooseFrom.ts';

/** 修改, once it is clear that the service tells conditions (情形) apart: which part is wrong, or which condition it is. */
export type Correction = Extract<Question, { kind: 'correctPart' | 'condition' }>;

/** The values of the buttons: a part, or the code of a condition. */
export const correctionMenu = (question: Correction, know: Knowledge): readonly Choice<string>[] =>
  question.kind === 'condition'
    ? conditionMenu(question.service, know)
    : Object.entries(say.correctParts)
        .filter(([part]) => part !== 'condition' || tellsConditions(question.service, know))
        .map(([value, label]) => ({ value, label, also: PART_WORDS[value] ?? [] }));

const PART_WORDS: Readonly<Record<string, readonly string[]>> = {
  place: ['位置', '地址', '地点不对', '位置不对'],
  urgent: ['缓急'],
};

export const correctionText = (question: Correction, know: Knowledge): string =>
  question.kind === 'condition'
    ? say.askCondition(serviceName(question.service, know))
    : say.askCorrectPart(matterName(question, know));

/** Conditions by name; 「缺失」 is enough for 「缺失、塌陷」 where no other condition is called so. */
export const conditionMenu = (service: string, know: Knowledge): readonly Choice<string>[] => {
  const conditions = know.service(service)?.conditions ?? [];
  const parts = conditions.flatMap(({ name }) => partsOf(name));
  return conditions.map(({ code, name }) => ({
    label: name,
    value: code,
    also: partsOf(name).filter((part) => parts.indexOf(part) === parts.lastIndexOf(part)),
  }));
};

const partsOf = (name: string): readonly string[] => name.split('、');

/** Whether there is a choice between conditions at all. */
export const tellsConditions = (service: string, know: Knowledge): boolean =>
  (know.service(service)?.conditions.length ?? 0) > 1;
