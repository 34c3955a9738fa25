import type { Route } from '../../../domain/city/City.ts';
import type { Directory } from '../table/Directory.ts';
import type { Row } from '../table/Row.ts';
import { AREA_CODE, refer, SERVICE_CODE, UNIT_CODE } from '../table/refer.ts';

const SHARES: Readonly<Record<string, Route['share']>> = {
  lead: 'lead',
  主办: 'lead',
  牵头: 'lead',
  主责: 'lead',
  主管: 'lead',
  负责: 'lead',
  assist: 'assist',
  协办: 'assist',
  配合: 'assist',
  协助: 'assist',
};

interface Known {
  readonly areas: Directory;
  readonly units: Directory;
  /** Services by code and name, groups as `06*`. */
  readonly services: Directory;
}

/** Which unit for which matter where. */
export const importRoutes = (rows: readonly Row[], { areas, units, services }: Known): readonly Route[] =>
  rows.flatMap((row): readonly Route[] => {
    const service = serviceIn(row, services);
    const area = refer(row, { key: areaKey(row), noun: '区域', code: AREA_CODE }, areas);
    const unit = refer(row, { key: 'unit', noun: '单位', code: UNIT_CODE }, units);
    const said = row.text('share');
    const share = Object.hasOwn(SHARES, said) ? SHARES[said] : undefined;
    if (!share)
      row.skip('share', said === '' ? '没有写主办还是协办' : `“${said}”不是主办或协办`, '写主办或协办');
    if (row.sound && (service === '' || area === '' || unit === ''))
      row.skip('service', '事项、区域、单位没有写全', '补上空着的格子');
    return row.sound && share ? [{ service, area, unit, share }] : [];
  });

/** The column that says where: the code, or else the name. */
export const areaKey = (row: Row): 'area' | 'areaName' => (row.text('area') === '' ? 'areaName' : 'area');

const serviceIn = (row: Row, services: Directory): string =>
  /^(?:全部|所有)(?:事项)?$/u.test(row.text('service'))
    ? '*'
    : refer(row, { key: 'service', noun: '事项', code: SERVICE_CODE }, services);
