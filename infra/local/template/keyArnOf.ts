import { LOCAL } from './LOCAL.ts';
import type { LocalTemplateView } from './LocalTemplateView.ts';

/**
 * ARN of a customer's key from what a template may put there: ARN, id, alias. Undefined for none and for keys of
 * AWS (`alias/aws/…`), which need no permission of the caller.
 */
export const keyArnOf = (
  template: Pick<LocalTemplateView, 'resources' | 'resolve'>,
  value: string | undefined,
): string | undefined => {
  if (value === undefined || value.includes('alias/aws/')) return undefined;
  if (value.startsWith('arn:') && value.includes(':key/')) return value;
  const alias = /(alias\/.+)$/u.exec(value)?.[1];
  if (alias === undefined) return `arn:${LOCAL.partition}:kms:${LOCAL.region}:${LOCAL.account}:key/${value}`;
  for (const { stack, logicalId, properties } of template.resources('AWS::KMS::Alias')) {
    const { AliasName = '', TargetKeyId = '' } = properties;
    const at = `${stack}/${logicalId}`;
    if (template.resolve(stack, AliasName, at) === alias)
      return keyArnOf(template, String(template.resolve(stack, TargetKeyId, at)));
  }
  throw new Error(`Template: no key behind ${value}`);
};
