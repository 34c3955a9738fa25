import type { TargetOptions } from './Surroundings.ts';

/** ` --stage dev --table T --bucket B`, for a command that somebody is to type next. */
export const repeatedOptions = ({ stage, ...others }: TargetOptions): string => {
  const { table, bucket, region, data } = others;
  const given = { stage: stage === 'local' ? undefined : stage, table, bucket, region, data };
  return Object.entries(given)
    .map(([key, value]) =>
      value === undefined ? '' : ` --${key} ${/\s/u.test(value) ? `"${value}"` : value}`,
    )
    .join('');
};
