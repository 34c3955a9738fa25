import type { FunctionError } from './workerMessages.ts';

/** How an invocation ended. */
export type Outcome =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly error: FunctionError };
