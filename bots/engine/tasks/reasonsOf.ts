import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { policyOf } from '../../../shared/domain/city/policyOf.ts';
import { staff } from '../phrases/staff.ts';

/** Reasons to choose from: of 不属实 and 不予受理 the city's. */
export const reasonsOf = (kind: 'decline' | 'fail', { city }: Knowledge): readonly string[] =>
  kind === 'fail' ? staff.failReasons : policyOf(city).declines;
