import type { Refusal } from './refuse.ts';

/** The fields of a form, by name in lower case. */
export type Fields = ReadonlyMap<string, string>;

type Condition = readonly [string, string | number, string | number] | Readonly<Record<string, string>>;

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly Condition[];
}

/** Fields a policy need not speak of. */
const FREE = /^(x-amz-signature|file|policy|x-ignore-.*)$/u;

const denied = (message: string): Refusal => ({ code: 'AccessDenied', message, status: 403 });

const failed = (condition: Condition): Refusal =>
  denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);

const parsed = (policy: string): Policy | undefined => {
  try {
    const read = JSON.parse(Buffer.from(policy, 'base64').toString('utf8')) as Partial<Policy>;
    if (typeof read.expiration !== 'string' || !Array.isArray(read.conditions)) return undefined;
    return { expiration: read.expiration, conditions: read.conditions };
  } catch {
    return undefined;
  }
};

const sizeFault = (size: number, least: number, most: number): Refusal | undefined => {
  if (size > most)
    return {
      code: 'EntityTooLarge',
      message: 'Your proposed upload exceeds the maximum allowed size',
      members: { ProposedSize: size, MaxSizeAllowed: most },
    };
  if (size < least)
    return {
      code: 'EntityTooSmall',
      message: 'Your proposed upload is smaller than the minimum allowed size',
      members: { ProposedSize: size, MinSizeAllowed: least },
    };
  return undefined;
};

const named = (name: string): string => name.replace(/^\$/u, '').toLowerCase();

/** One condition as (kind, field, value); `{ field: value }` is an exact match. */
const partsOf = (condition: Condition): readonly [string, string, string] => {
  if (Array.isArray(condition))
    return [String(condition[0]).toLowerCase(), named(String(condition[1])), String(condition[2])];
  const [[field, value] = ['', '']] = Object.entries(condition as Readonly<Record<string, string>>);
  return ['eq', named(field), value];
};

const conditionFault = (condition: Condition, fields: Fields, size: number): Refusal | undefined => {
  const [kind, field, value] = partsOf(condition);
  if (kind === 'content-length-range') return sizeFault(size, Number(field), Number(value));
  const given = fields.get(field);
  const holds =
    given !== undefined &&
    (kind === 'eq' ? given === value : kind === 'starts-with' && given.startsWith(value));
  return holds ? undefined : failed(condition);
};

/**
 * What is wrong with an upload by form, in S3's words: an expired policy, a field it does not allow, a value or a size it
 * does not. `fields` holds `bucket` too, from the address. Source: "POST policy" of the S3 guide.
 */
export const postPolicyFault = (fields: Fields, size: number, now: number): Refusal | undefined => {
  const policy = parsed(fields.get('policy') ?? '');
  if (policy === undefined)
    return { code: 'InvalidPolicyDocument', message: 'Invalid Policy: Invalid JSON.', status: 400 };
  if (!(now < Date.parse(policy.expiration))) return denied('Invalid according to Policy: Policy expired.');
  const spoken = new Set(policy.conditions.map((condition) => partsOf(condition)[1]));
  const extra = [...fields.keys()].find((name) => name !== 'bucket' && !FREE.test(name) && !spoken.has(name));
  if (extra !== undefined) return denied(`Invalid according to Policy: Extra input fields: ${extra}`);
  return policy.conditions.map((condition) => conditionFault(condition, fields, size)).find(Boolean);
};
