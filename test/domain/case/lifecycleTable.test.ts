import { readFileSync } from 'node:fs';
import { ENDED, OPEN } from '../../../shared/domain/case/Case.ts';
import { RULES } from '../../../shared/domain/case/decide.ts';
import { CANONICAL } from '../../support/canonicalLives.ts';
import { lifecycleTable } from '../../support/lifecycleTable.ts';

const page = lifecycleTable();
const sections = page.split('\n## ').slice(1);

test('docs/lifecycle.md is what the rules give: after a change, npm run lifecycle', () => {
  expect(readFileSync('docs/lifecycle.md', 'utf8') === page).toBe(true);
});

test('it answers every command in every stage, and each of its kinds', () => {
  const stages = [...OPEN, ...ENDED].flatMap((stage) => CANONICAL[stage]);
  // And one for what is not opened yet.
  expect(sections).toHaveLength(1 + stages.length);
  for (const section of sections)
    for (const command of ['open', ...Object.keys(RULES)]) {
      const lines = section.split('\n').filter((line) => answers(line, command));
      expect([section.split('\n')[0], command, lines.length]).toEqual([section.split('\n')[0], command, 1]);
    }
});

/** A row of its own, or one of those that are refused for the same reason. */
const answers = (line: string, command: string): boolean =>
  line.startsWith('- ')
    ? line.includes(`\`${command}\``)
    : line.split(' | ')[0]?.endsWith(`\`${command}\``) === true;

test('every command leads somewhere from somewhere', () => {
  for (const command of Object.keys(RULES))
    expect([command, page.includes(`\`${command}\` | `)]).toEqual([command, true]);
});

test('nothing is refused without a reason', () => {
  expect(page).not.toContain('- ``');
});
