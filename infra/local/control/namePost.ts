import type { LedgerRow } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { roleNames } from '../../../shared/domain/city/roleNames.ts';
import type { Named } from './Phone.ts';

/** As short as the tabs they stand in. */
export const ROLE_NAMES = { ...roleNames, supervisor: '网格员', handler: '单位', leader: '领导' } as const;

/** Who a row of the ledger is, for the local page: a unit by its own name, everybody else by theirs. */
export const namePost = (
  { role, area, unit, name }: Pick<LedgerRow, 'role' | 'area' | 'unit' | 'name'>,
  know: Pick<Knowledge, 'unit' | 'area'>,
): Named => {
  const unitName = unit === undefined ? undefined : (know.unit(unit)?.name ?? unit);
  const named = { role: ROLE_NAMES[role], kind: role };
  if (role === 'handler') return { ...named, name: unitName ?? name, where: unitName ? name : '' };
  const place = know.area(area)?.name ?? area;
  return { ...named, name, where: role === 'leader' && unitName ? unitName : place };
};
