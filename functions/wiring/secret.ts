import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** After this long a secret is read again, so that a rotated one is taken up. */
const FRESH = 600_000;

/** A secret's text, kept between invocations. */
export const secret = (arn: string, client = new SecretsManagerClient({})): (() => Promise<string>) => {
  let kept: { readonly text: string; readonly readAt: number } | undefined;
  return async () => {
    if (kept && Math.abs(Date.now() - kept.readAt) < FRESH) return kept.text;
    const { SecretString: text } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (!text) throw new Error(`Secret ${arn} has no text`);
    kept = { text, readAt: Date.now() };
    return text;
  };
};
