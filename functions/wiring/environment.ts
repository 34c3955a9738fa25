import { readEnvironment, type Variable } from '../../shared/contracts/environment.ts';

/** The variables this function names, checked at start. */
export const environment = <V extends Variable>(...names: readonly V[]): { readonly [K in V]: string } =>
  readEnvironment(names, process.env);
