const CODES: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** What the network says when somebody could not be reached or did not answer; undefined for any other error. */
export const unreached = (error: unknown, depth = 0): string | undefined => {
  if (!(error instanceof Error) || depth > 5) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  if (CODES.has(code)) return code;
  if (error.name === 'TimeoutError') return error.name;
  const inner = error instanceof AggregateError ? [error.cause, ...error.errors] : [error.cause];
  return inner.map((one) => unreached(one, depth + 1)).find((found) => found !== undefined);
};
