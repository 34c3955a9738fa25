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
      const times = section
        .split('\n')
        .flatMap((line) => (line.split(`\`${command}\``).length > 1 && /^[|-]/u.test(line) ? [line] : []));
      const answered = times.filter(
        (line) => line.startsWith('- ') || line.split(' | ')[0]?.includes(`\`${command}\``),
      );
      expect([section.split('\n')[0], command, answered.length]).toEqual([
        section.split('\n')[0],
        command,
        1,
      ]);
    }
});

test('every command leads somewhere from somewhere', () => {
  for (const command of Object.keys(RULES))
    expect([command, page.includes(`\`${command}\` | `)]).toEqual([command, true]);
});

test('nothing is refused without a reason', () => {
  expect(page).not.toContain('- ``');
});
