import type { Json } from './Json.ts';
import { keyArnOf } from './keyArnOf.ts';
import type { CorsRule, LocalBucket } from './LocalBucket.ts';
import type { LocalSecret } from './LocalSecret.ts';
import type { LocalTemplateView } from './LocalTemplateView.ts';
import { Properties } from './Properties.ts';

type Template = Pick<LocalTemplateView, 'resources' | 'resolve' | 'physicalId'>;

interface RawCors {
  readonly [member: string]: Json;
}

const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

const corsOf = (rule: RawCors): CorsRule => ({
  origins: strings(rule.AllowedOrigins),
  methods: strings(rule.AllowedMethods),
  allowHeaders: strings(rule.AllowedHeaders),
  exposeHeaders: strings(rule.ExposedHeaders),
  ...(rule.MaxAge === undefined ? {} : { maxAgeSeconds: Number(rule.MaxAge) }),
});

interface RawEncryption {
  readonly [member: string]: Json;
  readonly ServerSideEncryptionByDefault: { readonly KMSMasterKeyID?: string };
}

/** Buckets with their key and their rules for pages of other origins. */
export const readBuckets = (template: Template): readonly LocalBucket[] =>
  template.resources('AWS::S3::Bucket').map((resource) => {
    const properties = new Properties(template, resource);
    const [encryption] = properties.list<RawEncryption>('BucketEncryption.ServerSideEncryptionConfiguration');
    const keyArn = keyArnOf(template, encryption?.ServerSideEncryptionByDefault?.KMSMasterKeyID);
    return {
      path: properties.path,
      name: properties.ref,
      arn: properties.attribute('Arn'),
      cors: properties.list<RawCors>('CorsConfiguration.CorsRules').map(corsOf),
      ...(keyArn === undefined ? {} : { keyArn }),
    };
  });

const generationOf = (properties: Properties): LocalSecret['generate'] => {
  if (properties.json('GenerateSecretString') === undefined) return undefined;
  const flag = (name: string, otherwise = false) =>
    properties.flag(`GenerateSecretString.${name}`, otherwise);
  const template = properties.optional('GenerateSecretString.SecretStringTemplate');
  const templateKey = properties.optional('GenerateSecretString.GenerateStringKey');
  return {
    length: properties.number('GenerateSecretString.PasswordLength', 32),
    exclude: properties.optional('GenerateSecretString.ExcludeCharacters') ?? '',
    excludePunctuation: flag('ExcludePunctuation'),
    excludeUppercase: flag('ExcludeUppercase'),
    excludeLowercase: flag('ExcludeLowercase'),
    excludeNumbers: flag('ExcludeNumbers'),
    includeSpace: flag('IncludeSpace'),
    requireEachIncludedType: flag('RequireEachIncludedType', true),
    ...(template === undefined ? {} : { template }),
    ...(templateKey === undefined ? {} : { templateKey }),
  };
};

/** Secrets with how their first value is made. */
export const readSecrets = (template: Template): readonly LocalSecret[] =>
  template.resources('AWS::SecretsManager::Secret').map((resource) => {
    const properties = new Properties(template, resource);
    const generate = generationOf(properties);
    const value = properties.optional('SecretString');
    const keyArn = keyArnOf(template, properties.optional('KmsKeyId'));
    const arn = properties.ref;
    return {
      path: properties.path,
      name: arn.replace(/^.*:secret:(.*)-[^-]{6}$/u, '$1'),
      arn,
      ...(generate === undefined ? {} : { generate }),
      ...(value === undefined ? {} : { value }),
      ...(keyArn === undefined ? {} : { keyArn }),
    };
  });
