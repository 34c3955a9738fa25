import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../infra/root.ts';
import { stageNames } from '../../../infra/stage.ts';
import { stackIds, templateOf } from './support/assemble.ts';
import { textsIn } from './support/Json.ts';

/** Service principals are written `<service>.amazonaws.com` in every partition, China's too; everything else is a host. */
const isPrincipal = (path: string): boolean => /\/Principal(?:\/Service)?$/u.test(path);

const assumesAws = (path: string, text: string): boolean =>
  /arn:aws:/u.test(text) || (/amazonaws\.com/u.test(text) && !isPrincipal(path));

describe.each(stageNames)('the templates of stage %s', (stage) => {
  test.each(stackIds)('assume no partition: %s', (stack) => {
    const texts = textsIn(templateOf(stage, stack));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter(([path, text]) => assumesAws(path, text))).toEqual([]);
  });

  test.each(stackIds)('name no region but one the stage fixes: %s', (stack) => {
    const named = textsIn(templateOf(stage, stack)).filter(([, text]) =>
      /\b(?:us|eu|ap|cn|sa|ca|me|af)-[a-z]+-\d\b/u.test(text),
    );
    expect(named.filter(([, text]) => stage !== 'cn' || !text.includes('cn-north-1'))).toEqual([]);
  });
});

test('a stage in China is written for the China partition', () => {
  const texts = stackIds.flatMap((stack) => textsIn(templateOf('cn', stack)));
  expect(texts.some(([, text]) => text.includes('arn:aws-cn:'))).toBe(true);
});

test('a literal ARN and a literal host are noticed, a service principal is not', () => {
  expect(assumesAws('/Resources/X/Properties/Arn', 'arn:aws:s3:::x')).toBe(true);
  expect(assumesAws('/Resources/X/Properties/Url', 'https://sqs.cn-north-1.amazonaws.com.cn')).toBe(true);
  expect(assumesAws('/Resources/X/Properties/Principal', 'events.amazonaws.com')).toBe(false);
});

test('no code that is deployed assumes a partition either', () => {
  const sources = ['functions', 'shared', 'bots'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|js|html)$/u.test(file))
      .map((file) => join(root, folder, file)),
  );
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter((file) => assumesAws('', readFileSync(file, 'utf8')))).toEqual([]);
});
