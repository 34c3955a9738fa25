import type { CaseRow } from '../../shared/application/ports.ts';

/** A row of the lists: a case that a unit handles by the road. */
export const caseRow = (number: string, leaf: string, change: Partial<CaseRow> = {}): CaseRow => ({
  number,
  version: 1,
  stage: 'handling',
  owner: 'unit@U03',
  service: '01037',
  place: '路边',
  lng: 121.471,
  lat: 31.231,
  leaf,
  openedAt: 0,
  overdue: false,
  ...change,
});
