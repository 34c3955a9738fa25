import { describe, expect, test } from '@jest/globals';
import type { Context } from '../../../../infra/local/iam/conditionsHold.ts';
import { evaluate } from '../../../../infra/local/iam/evaluate.ts';
import type { LocalStatement } from '../../../../infra/local/template/LocalRole.ts';
import { filled } from '../template/writeAssembly.ts';

const statement = (given: Partial<LocalStatement>): LocalStatement => ({
  source: 's/Policy#0',
  effect: 'Allow',
  actions: [],
  notActions: [],
  resources: [],
  notResources: [],
  conditions: {},
  ...given,
});

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/cases';
const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:turns.fifo';
const BUCKET = 'arn:aws:s3:::photos';

const decide = (
  statements: readonly LocalStatement[],
  action: string,
  resource: string,
  context: Context = {},
) => evaluate(statements, { action, resource, context });

const allowed = (
  given: Partial<LocalStatement>,
  action: string,
  resource: string,
  context: Context = {},
): boolean => decide([statement(given)], action, resource, context).allowed;

describe('resources', () => {
  test.each<[string, string, string, boolean]>([
    ['the same table', TABLE, TABLE, true],
    ['another table', TABLE, `${TABLE}2`, false],
    ['a grant on the table for its index', TABLE, `${TABLE}/index/due`, false],
    ['a grant on all indexes', `${TABLE}/index/*`, `${TABLE}/index/due`, true],
    ['a grant on an index for the table', `${TABLE}/index/due`, TABLE, false],
    ['a grant on streams', `${TABLE}/stream/*`, `${TABLE}/stream/local`, true],
    ['the bucket for its objects', BUCKET, `${BUCKET}/a.jpg`, false],
    ['objects for the bucket', `${BUCKET}/*`, BUCKET, false],
    ['objects under a prefix', `${BUCKET}/photos/*`, `${BUCKET}/photos/2026/a.jpg`, true],
    ['objects beside a prefix', `${BUCKET}/photos/*`, `${BUCKET}/photo.jpg`, false],
    ['a FIFO queue without its ending', QUEUE.replace('.fifo', ''), QUEUE, false],
    ['a FIFO queue, whose dot is no wildcard', QUEUE, QUEUE.replace('.fifo', 'xfifo'), false],
    ['one unknown character', `${QUEUE.slice(0, -1)}?`, QUEUE, true],
    ['a wildcard for region and account', 'arn:aws:sqs:*:*:turns.fifo', QUEUE, true],
    ['a wildcard reaching over a colon', 'arn:aws:s*:turns.fifo', QUEUE, false],
    ['a wildcard in place of the service', 'arn:aws:*:us-east-1:000000000000:turns.fifo', QUEUE, true],
    ['a shortened ARN of the service', 'arn:aws:sqs', QUEUE, true],
    ['a shortened ARN of another service', 'arn:aws:sns', QUEUE, false],
    ['everything', '*', QUEUE, true],
    ['other letter case', QUEUE.toUpperCase(), QUEUE, false],
    [
      'a function with colons in its resource part',
      'arn:aws:lambda:*:*:function:take*',
      'arn:aws:lambda:us-east-1:1:function:takeTurn:live',
      true,
    ],
    [
      'a connection',
      'arn:aws:execute-api:us-east-1:1:abc/live/POST/@connections/*',
      'arn:aws:execute-api:us-east-1:1:abc/live/POST/@connections/x=',
      true,
    ],
    [
      'another method',
      'arn:aws:execute-api:us-east-1:1:abc/live/POST/@connections/*',
      'arn:aws:execute-api:us-east-1:1:abc/live/DELETE/@connections/x=',
      false,
    ],
  ])('%s: %s → %s is %p', (_, pattern, resource, expected) => {
    expect(allowed({ actions: ['*'], resources: [pattern] }, 'any:Action', resource)).toBe(expected);
  });

  test('NotResource allows all but what it names', () => {
    const given = { actions: ['s3:GetObject'], notResources: [`${BUCKET}/secret/*`] };
    expect(allowed(given, 's3:GetObject', `${BUCKET}/a`)).toBe(true);
    expect(allowed(given, 's3:GetObject', `${BUCKET}/secret/a`)).toBe(false);
  });
});

describe('actions', () => {
  test.each<[string, string, boolean]>([
    ['dynamodb:GetItem', 'dynamodb:GetItem', true],
    ['dynamodb:getitem', 'dynamodb:GetItem', true],
    ['dynamodb:GetItem', 'dynamodb:PutItem', false],
    ['dynamodb:*Item', 'dynamodb:PutItem', true],
    ['dynamodb:Batch*', 'dynamodb:PutItem', false],
    ['kms:ReEncrypt*', 'kms:ReEncryptFrom', true],
    ['kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', false],
    ['sqs:SendMessag?', 'sqs:SendMessage', true],
    ['*', 'sqs:SendMessage', true],
  ])('%s grants %s: %p', (pattern, action, expected) => {
    expect(allowed({ actions: [pattern], resources: ['*'] }, action, QUEUE)).toBe(expected);
  });

  test('NotAction allows all but what it names', () => {
    const given = { notActions: ['sqs:Delete*'], resources: ['*'] };
    expect(allowed(given, 'sqs:SendMessage', QUEUE)).toBe(true);
    expect(allowed(given, 'sqs:DeleteMessage', QUEUE)).toBe(false);
  });
});

describe('decisions', () => {
  const allow = statement({ actions: ['sqs:*'], resources: ['*'] });
  const deny = statement({
    source: 's/Deny#0',
    effect: 'Deny',
    actions: ['sqs:SendMessage'],
    resources: [QUEUE],
  });

  test('what no statement speaks of is denied implicitly', () => {
    expect(decide([], 'sqs:SendMessage', QUEUE)).toEqual({ allowed: false, reason: 'implicit' });
  });

  test('a denial wins over any allowance, in any order', () => {
    for (const statements of [
      [allow, deny],
      [deny, allow],
    ])
      expect(decide(statements, 'sqs:SendMessage', QUEUE)).toEqual({
        allowed: false,
        reason: 'explicit',
        statement: deny,
      });
    expect(decide([deny, allow], 'sqs:ReceiveMessage', QUEUE).allowed).toBe(true);
  });

  test('an allowance names every grant that gave it', () => {
    const narrow = statement({ source: 's/Narrow#0', actions: ['sqs:SendMessage'], resources: [QUEUE] });
    expect(decide([allow, narrow], 'sqs:SendMessage', QUEUE)).toEqual({
      allowed: true,
      by: [
        { statement: allow, action: 'sqs:*', resource: '*' },
        { statement: narrow, action: 'sqs:SendMessage', resource: QUEUE },
      ],
    });
  });
});

describe('conditions', () => {
  const context = {
    'kms:ViaService': ['s3.us-east-1.amazonaws.com'],
    'aws:SecureTransport': ['true'],
    'aws:PrincipalArn': ['arn:aws:sts::1:assumed-role/r/f'],
    'dynamodb:LeadingKeys': () => ['CASE#1', 'CASE#2'],
    'aws:Nothing': undefined,
    'aws:Empty': () => [],
  };
  const under = (operator: string, key: string, ...accepted: string[]): boolean =>
    allowed(
      { actions: ['*'], resources: ['*'], conditions: { [operator]: { [key]: accepted } } },
      'a:B',
      '*',
      context,
    );

  test.each<[string, string, string[], boolean]>([
    ['StringEquals', 'kms:ViaService', ['s3.us-east-1.amazonaws.com'], true],
    ['StringEquals', 'KMS:viaservice', ['s3.us-east-1.amazonaws.com'], true],
    ['StringEquals', 'kms:ViaService', ['sqs.us-east-1.amazonaws.com', 's3.us-east-1.amazonaws.com'], true],
    ['StringEquals', 'kms:ViaService', ['S3.us-east-1.amazonaws.com'], false],
    ['StringEquals', 'kms:ViaService', ['s3.*'], false],
    ['StringEquals', 'aws:Nothing', ['x'], false],
    ['StringEqualsIfExists', 'aws:Nothing', ['x'], true],
    ['StringEqualsIfExists', 'kms:ViaService', ['x'], false],
    ['StringNotEquals', 'kms:ViaService', ['x'], true],
    ['StringNotEquals', 'kms:ViaService', ['x', 's3.us-east-1.amazonaws.com'], false],
    ['StringNotEquals', 'aws:Nothing', ['x'], true],
    ['StringEqualsIgnoreCase', 'kms:ViaService', ['S3.US-EAST-1.amazonaws.com'], true],
    ['StringLike', 'kms:ViaService', ['s3.*.amazonaws.com'], true],
    ['StringLike', 'kms:ViaService', ['sqs.*'], false],
    ['StringNotLike', 'kms:ViaService', ['sqs.*'], true],
    ['ArnEquals', 'aws:PrincipalArn', ['arn:aws:sts::1:assumed-role/r/*'], true],
    ['ArnLike', 'aws:PrincipalArn', ['arn:aws:sts::*:assumed-role/q/*'], false],
    ['ArnNotLike', 'aws:PrincipalArn', ['arn:aws:sts::*:assumed-role/q/*'], true],
    ['Bool', 'aws:SecureTransport', ['true'], true],
    ['Bool', 'aws:SecureTransport', ['false'], false],
    ['Null', 'aws:Nothing', ['true'], true],
    ['Null', 'kms:ViaService', ['true'], false],
    ['Null', 'kms:ViaService', ['false'], true],
    ['ForAllValues:StringEquals', 'dynamodb:LeadingKeys', ['CASE#1', 'CASE#2', 'CASE#3'], true],
    ['ForAllValues:StringEquals', 'dynamodb:LeadingKeys', ['CASE#1'], false],
    ['ForAllValues:StringLike', 'dynamodb:LeadingKeys', ['CASE#*'], true],
    ['ForAllValues:StringEquals', 'aws:Empty', ['x'], true],
    ['ForAnyValue:StringEquals', 'dynamodb:LeadingKeys', ['CASE#2'], true],
    ['ForAnyValue:StringEquals', 'dynamodb:LeadingKeys', ['CASE#9'], false],
    ['ForAnyValue:StringEquals', 'aws:Empty', ['x'], false],
  ])('%s %s %j: %p', (operator, key, accepted, expected) => {
    expect(under(operator, key, ...accepted)).toBe(expected);
  });

  test('all operators and keys of a statement must hold', () => {
    const conditions = {
      Bool: { 'aws:SecureTransport': ['true'] },
      StringEquals: { 'kms:ViaService': ['other'] },
    };
    expect(allowed({ actions: ['*'], resources: ['*'], conditions }, 'a:B', '*', context)).toBe(false);
  });

  test.each([
    [
      'an operator it does not know',
      'NumericLessThan',
      'aws:SecureTransport',
      /operator NumericLessThan is unsupported/u,
    ],
    ['a key it knows nothing about', 'StringEquals', 'aws:SourceIp', /key aws:SourceIp is unsupported/u],
  ])('%s stops the evaluator: it never guesses', (_, operator, key, message) => {
    expect(() => under(operator, key, '1')).toThrow(message);
  });

  test('a policy variable stops the evaluator', () => {
    expect(() =>
      allowed(
        { actions: ['*'], resources: [filled('arn:aws:s3:::b/<aws:username>/*')] },
        'a:B',
        `${BUCKET}/x`,
      ),
    ).toThrow(/policy variables are unsupported/u);
  });
});
