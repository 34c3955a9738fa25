import { expect, test } from '@jest/globals';
import { RoleBook } from '../../../../infra/local/iam/RoleBook.ts';
import type { LocalStatement } from '../../../../infra/local/template/LocalRole.ts';

const statement = (
  source: string,
  actions: readonly string[],
  effect: 'Allow' | 'Deny' = 'Allow',
): LocalStatement => ({
  source,
  effect,
  actions,
  notActions: [],
  resources: ['*'],
  notResources: [],
  conditions: {},
});

const book = (): RoleBook =>
  new RoleBook([
    {
      path: 's/Role',
      name: 'role',
      arn: 'arn:aws:iam::1:role/role',
      statements: [
        statement('s/P#0', ['sqs:SendMessage', 'sqs:ReceiveMessage']),
        statement('s/P#1', ['logs:PutLogEvents']),
        statement('s/P#2', ['sqs:PurgeQueue'], 'Deny'),
      ],
    },
  ]);

const ask = (roles: RoleBook, action: string) =>
  roles.evaluate('role', { action, resource: 'arn:aws:sqs:r:1:q', context: {} });

test('grants that were never needed are listed by role, statement and action', () => {
  const roles = book();
  expect(ask(roles, 'sqs:SendMessage').allowed).toBe(true);
  expect(roles.unusedGrants()).toEqual({
    's/Role': ['s/P#0 sqs:ReceiveMessage *', 's/P#1 logs:PutLogEvents *'],
  });
});

test('of a statement about several resources, each is a grant of its own', () => {
  const roles = new RoleBook([
    {
      path: 's/Role',
      name: 'role',
      arn: 'arn:aws:iam::1:role/role',
      statements: [
        {
          ...statement('s/P#0', ['sqs:SendMessage']),
          resources: ['arn:aws:sqs:r:1:q', 'arn:aws:sqs:r:1:other'],
        },
      ],
    },
  ]);
  expect(ask(roles, 'sqs:SendMessage').allowed).toBe(true);
  expect(roles.unusedGrants()).toEqual({ 's/Role': ['s/P#0 sqs:SendMessage arn:aws:sqs:r:1:other'] });
});

test('grants of services nobody watches are left out', () => {
  const roles = book();
  ask(roles, 'sqs:SendMessage');
  ask(roles, 'sqs:ReceiveMessage');
  expect(roles.unusedGrants(new Set(['sqs']))).toEqual({});
});

test('a denied request uses no grant', () => {
  const roles = book();
  expect(ask(roles, 'sqs:PurgeQueue').allowed).toBe(false);
  expect(roles.unusedGrants(new Set(['sqs']))).toEqual({
    's/Role': ['s/P#0 sqs:SendMessage *', 's/P#0 sqs:ReceiveMessage *'],
  });
});

test('a role no function takes is a fault', () => {
  expect(() => book().role('nobody')).toThrow(/no function takes the role nobody/u);
});
