import type { Case } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { EXPECTED_FIELDS, type Expected, type ExpectedField } from './Journey.ts';

/** A case in the words of `expect`. */
export const caseFields = (each: Case): Readonly<Record<ExpectedField, string>> => ({
  status: each.stage,
  service: each.service,
  area: each.leaf,
  unit: each.tasks.find((task) => task.share === 'lead')?.unit ?? 'none',
  overdue: String(each.clock?.overdue === true),
  due: each.clock ? formatInstant(each.clock.due) : 'none',
  rating: each.rating?.overall ?? 'none',
  rounds: String(each.rounds),
  owner: each.owner,
});

/** Codes may also be given by name, areas by any area above, instants in any zone. */
const fits: Partial<Record<ExpectedField, (is: string, expected: string, know: Knowledge) => boolean>> = {
  service: (is, expected, know) => know.service(is)?.name === expected,
  unit: (is, expected, know) => know.unit(is)?.name === expected,
  area: (is, expected, know) =>
    know.lineage(is).some((area) => area.code === expected || area.name === expected),
  due: (is, expected) => Date.parse(is) === Date.parse(expected),
};

/** What is not as expected, in words; empty when all is. */
export const differences = (each: Case, expected: Expected, know: Knowledge): readonly string[] => {
  const fields = caseFields(each);
  return EXPECTED_FIELDS.flatMap((name) => {
    const wanted = expected[name];
    const is = fields[name];
    if (wanted === undefined || wanted === is || fits[name]?.(is, wanted, know)) return [];
    return [`${name} is ${is}, not ${wanted}`];
  });
};
