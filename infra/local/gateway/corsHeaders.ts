import type { CorsRule } from '../template/LocalBucket.ts';

const fits = (pattern: string, text: string): boolean => {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
};

export interface CorsQuestion {
  readonly origin: string;
  readonly method: string;
  /** Headers a preflight asks for. */
  readonly headers?: readonly string[];
}

/** Headers that let a page of another origin see the answer; undefined when no rule of the bucket allows it. */
export const corsHeaders = (
  rules: readonly CorsRule[],
  { origin, method, headers = [] }: CorsQuestion,
): Readonly<Record<string, string>> | undefined => {
  const rule = rules.find(
    (one) =>
      one.origins.some((pattern) => fits(pattern, origin)) &&
      one.methods.includes(method) &&
      headers.every((header) =>
        one.allowHeaders.some((pattern) => fits(pattern.toLowerCase(), header.toLowerCase())),
      ),
  );
  if (rule === undefined) return undefined;
  return {
    'access-control-allow-origin': rule.origins.includes('*') ? '*' : origin,
    'access-control-allow-methods': rule.methods.join(', '),
    ...(headers.length > 0 ? { 'access-control-allow-headers': headers.join(', ') } : {}),
    ...(rule.exposeHeaders.length > 0
      ? { 'access-control-expose-headers': rule.exposeHeaders.join(', ') }
      : {}),
    ...(rule.maxAgeSeconds === undefined ? {} : { 'access-control-max-age': String(rule.maxAgeSeconds) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
};
