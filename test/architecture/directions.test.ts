import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';

/** For each rule a file that breaks it: [rule, file, its text, files it needs]. */
const OFFENCES: readonly (readonly [string, string, string, Readonly<Record<string, string>>?])[] = [
  [
    'no-circle',
    'shared/domain/a.ts',
    "import { b } from './b.ts'; export const a = () => b;",
    { 'shared/domain/b.ts': "import { a } from './a.ts'; export const b = () => a;" },
  ],
  ['domain-alone', 'shared/domain/a.ts', "import { z } from 'zod'; export const a = z;"],
  [
    'domain-alone',
    'shared/domain/a.ts',
    "import type { C } from '../contracts/c.ts'; export type A = C;",
    { 'shared/contracts/c.ts': 'export type C = string;' },
  ],
  [
    'pure-without-io',
    'shared/domain/a.ts',
    "import { readFileSync } from 'node:fs'; export const a = readFileSync;",
  ],
  [
    'pure-without-io',
    'bots/engine/a.ts',
    "import { readFileSync } from 'node:fs'; export const a = readFileSync;",
  ],
  [
    'contracts-know-domain-only',
    'shared/contracts/a.ts',
    "import { parse } from 'yaml'; export const a = parse;",
  ],
  ['application-no-libraries', 'shared/application/a.ts', "import { z } from 'zod'; export const a = z;"],
  [
    'store-behind-ports',
    'shared/store/a.ts',
    "import { u } from '../application/useCase.ts'; export const a = u;",
    { 'shared/application/useCase.ts': 'export const u = 1;' },
  ],
  [
    'city-reads-files-only',
    'shared/city/a.ts',
    "import { s } from '../store/s.ts'; export const a = s;",
    { 'shared/store/s.ts': 'export const s = 1;' },
  ],
  [
    'import-reads-formats-too',
    'shared/city/import/a.ts',
    "import { s } from '../../store/s.ts'; export const a = s;",
    { 'shared/store/s.ts': 'export const s = 1;' },
  ],
  [
    'import-stays-at-the-desk',
    'shared/city/a.ts',
    "import { i } from './import/i.ts'; export const a = i;",
    { 'shared/city/import/i.ts': 'export const i = 1;' },
  ],
  [
    'engine-knows-no-channel',
    'bots/engine/a.ts',
    "import { c } from '../channels/web/c.ts'; export const a = c;",
    { 'bots/channels/web/c.ts': 'export const c = 1;' },
  ],
  [
    'channels-apart',
    'bots/channels/web/a.ts',
    "import { w } from '../wechaty/w.ts'; export const a = w;",
    { 'bots/channels/wechaty/w.ts': 'export const w = 1;' },
  ],
  [
    'channels-know-no-cloud',
    'bots/channels/web/a.ts',
    "import { SQSClient } from '@aws-sdk/client-sqs'; export const a = SQSClient;",
  ],
  [
    'handlers-apart',
    'functions/http/a.ts',
    "import { b } from '../queue/b.ts'; export const a = b;",
    { 'functions/queue/b.ts': 'export const b = 1;' },
  ],
  [
    'functions-not-infra',
    'functions/http/a.ts',
    "import { i } from '../../infra/i.ts'; export const a = i;",
    { 'infra/i.ts': 'export const i = 1;' },
  ],
  [
    'infra-shares-shapes-only',
    'infra/app.ts',
    "import { d } from '../shared/domain/d.ts'; export const a = d;",
    { 'shared/domain/d.ts': 'export const d = 1;' },
  ],
  [
    'aws-in-its-places',
    'functions/http/a.ts',
    "import { SQSClient } from '@aws-sdk/client-sqs'; export const a = SQSClient;",
  ],
  ['nothing-from-dev', 'functions/http/a.ts', "import fc from 'fast-check'; export const a = fc;"],
  ['is-found', 'functions/http/a.ts', "import { b } from './nowhere.ts'; export const a = b;"],
  ['is-declared', 'functions/http/a.ts', "import { parse } from 'acorn'; export const a = parse;"],
];

const root = process.cwd();

const violationsOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const place = mkdtempSync(join(tmpdir(), 'directions-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), text);
    }
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
    symlinkSync(join(root, 'package.json'), join(place, 'package.json'));
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))];
    const { output } = await cruise(folders, {
      ...configuration.options,
      baseDir: place,
      preserveSymlinks: true,
      ruleSet: { forbidden: configuration.forbidden },
      validate: true,
    } as unknown as ICruiseOptions);
    return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
  } finally {
    rmSync(place, { recursive: true });
  }
};

for (const [rule, file, text, others = {}] of OFFENCES)
  test(`the rule ${rule} catches an offence in ${file}: ${text}`, async () => {
    expect(await violationsOf({ [file]: text, ...others })).toContain(rule);
  });

test('a file that keeps the rules is not caught', async () => {
  expect(
    await violationsOf({
      'shared/domain/a.ts': "import { createHash } from 'node:crypto'; export const a = createHash;",
      'shared/contracts/c.ts':
        "import { z } from 'zod'; import { a } from '../domain/a.ts'; export const c = [z, a];",
      'functions/http/f.ts': "import { c } from '../../shared/contracts/c.ts'; export const f = c;",
    }),
  ).toEqual([]);
});

test('every rule has an offence that proves it, and says what to do instead', () => {
  const proven = new Set(OFFENCES.map(([rule]) => rule));
  expect(configuration.forbidden.map((rule) => rule.name).filter((name) => !proven.has(name))).toEqual([]);
  for (const rule of configuration.forbidden) expect(rule.comment.length).toBeGreaterThan(30);
});
