import type { LimitName } from '../domain/city/City.ts';

/** The stages that have a limit, as people call them. */
export const limitNames: Readonly<Record<LimitName, string>> = {
  verify: '核实',
  accept: '受理',
  sign: '签收',
  handle: '处置',
  check: '核查',
};
