import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '../nag/acknowledge.ts';

export interface OwnSecretSettings {
  readonly description: string;
  readonly key: Key;
  /** Why it is not changed by itself. */
  readonly unrotated: string;
  readonly generate: NonNullable<SecretProps['generateSecretString']>;
}

/** A secret nobody has seen: made by Secrets Manager, under our key. */
export class OwnSecret extends Secret {
  readonly key: Key;

  constructor(scope: Construct, id: string, settings: OwnSecretSettings) {
    super(scope, id, {
      description: settings.description,
      // By its ARN: given the key itself, the construct writes `secretsmanager.<region>.amazonaws.com` into the
      // key's policy, a host that the China partition does not have. Readers are granted the key where they are wired.
      encryptionKey: Key.fromKeyArn(scope, `${id}Key`, settings.key.keyArn),
      generateSecretString: settings.generate,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.key = settings.key;
    acknowledge(this, 'AwsSolutions-SMG4', settings.unrotated);
  }
}
