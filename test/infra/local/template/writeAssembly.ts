import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

type Template = Readonly<Record<string, unknown>>;

const written: string[] = [];

afterAll(() => {
  for (const dir of written.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** Writes what `cdk synth` would: a manifest and one template a stack. Gives the directory. */
export const writeAssembly = (stacks: Readonly<Record<string, Template>>): string => {
  const dir = mkdtempSync(join(tmpdir(), 'assembly-'));
  written.push(dir);
  const artifacts: Record<string, unknown> = {};
  for (const [name, template] of Object.entries(stacks)) {
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      properties: { templateFile: `${name}.template.json`, stackName: name },
    };
    writeFileSync(join(dir, `${name}.template.json`), JSON.stringify(template));
    const files = {
      abc: {
        source: { path: 'asset.abc', packaging: 'zip' },
        destinations: { local: { bucketName: 'assets', objectKey: 'abc.zip' } },
      },
    };
    writeFileSync(join(dir, `${name}.assets.json`), JSON.stringify({ files }));
  }
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ artifacts }));
  return dir;
};

/** `<Name>` stands for CloudFormation's placeholder, which in a plain text looks like a mistake. */
export const filled = (pattern: string): string =>
  pattern.replaceAll('<', '$'.concat('{')).replaceAll('>', '}');

/** A function with its role, as two resources; its code is the asset every written assembly has. */
export const functionResources = (
  id: string,
  statements: readonly object[],
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  [id]: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: 'abc.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
      ...more,
    },
  },
  [`${id}Role`]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
  [`${id}Policy`]: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: `${id}Policy`,
      PolicyDocument: { Statement: statements },
      Roles: [{ Ref: `${id}Role` }],
    },
  },
});
