const cache = new Map<string, RegExp>();

const compiled = (pattern: string, caseless: boolean): RegExp => {
  const key = `${caseless ? 'i' : ''}/${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (pattern.includes('${')) throw new Error(`IAM: policy variables are unsupported: ${pattern}`);
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
    .replaceAll('*', '[\\s\\S]*')
    .replaceAll('?', '[\\s\\S]');
  const made = new RegExp(`^${source}$`, caseless ? 'iu' : 'u');
  cache.set(key, made);
  return made;
};

/** `*` stands for any characters, `?` for one. */
export const matchesText = (pattern: string, value: string): boolean => compiled(pattern, false).test(value);

/** Actions ignore case: `dynamodb:*Item` matches `dynamodb:GetItem`. */
export const matchesAction = (pattern: string, action: string): boolean =>
  compiled(pattern, true).test(action);

const SEGMENTS = 6;

/** The resource part may itself hold colons. */
const segments = (arn: string): string[] => {
  const parts = arn.split(':');
  return [
    ...parts.slice(0, SEGMENTS - 1),
    ...(parts.length < SEGMENTS ? [] : [parts.slice(SEGMENTS - 1).join(':')]),
  ];
};

/**
 * Is the resource one the pattern means? Segment by segment, so that a wildcard never reaches over the colon between
 * service, region and account; what a shortened ARN leaves out counts as `*`.
 */
export const matchesArn = (pattern: string, arn: string): boolean => {
  if (pattern === '*') return true;
  const wanted = segments(pattern);
  const given = segments(arn);
  if (given.length < SEGMENTS) return matchesText(pattern, arn);
  return given.every((part, index) => matchesText(wanted[index] ?? '*', part));
};
