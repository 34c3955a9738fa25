import type { Stack } from 'aws-cdk-lib/core';

type Reference = { readonly Ref: string } | { readonly 'Fn::GetAtt': readonly string[] };
type Joined = { readonly 'Fn::Join': readonly [string, readonly Value[]] };
type Value = string | Reference | Joined;

const flat = (value: Value): string => {
  if (typeof value === 'string') return value;
  if ('Ref' in value) return `<${value.Ref}>`;
  if ('Fn::GetAtt' in value) return `<${value['Fn::GetAtt'].join('.')}>`;
  const [delimiter, parts] = value['Fn::Join'];
  return parts.map(flat).join(delimiter);
};

/** A value of this stack as cdk-nag writes it in a finding: `arn:<AWS::Partition>:…`. */
export const asFound = (stack: Stack, value: string): string => flat(stack.resolve(value) as Value);

/** The same for a value that one stack takes from another: the name under which it is exported. */
export const asImported = (owner: Stack, value: string): string => {
  const reference: unknown = owner.resolve(owner.exportValue(value));
  return (reference as { readonly 'Fn::ImportValue': string })['Fn::ImportValue'];
};
