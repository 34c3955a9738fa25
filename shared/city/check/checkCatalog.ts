import type { Service } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, type Draft, entriesOf, knows, repeated } from './Draft.ts';

/** Codes once each, groups that exist, and no way of saying it that two services claim. */
export const checkCatalog: Check = (draft) => {
  const groups = entriesOf(draft, 'groups').map(({ sound }) => sound);
  const services = entriesOf(draft, 'services').map(({ sound }) => sound);
  return [
    ...repeated(groups, ({ code }) => code).map(([i, { code = '' }]) =>
      twice(['groups', i, 'code'], '大类', code),
    ),
    ...repeated(services, ({ code }) => code).map(([i, { code = '' }]) =>
      twice(['services', i, 'code'], '事项', code),
    ),
    ...services.flatMap((service, i) =>
      [...checkGroup(service, draft), ...checkConditions(service), ...checkNeeds(service)].map(
        (finding): Finding => ({ ...finding, at: ['services', i, ...finding.at], ofLine: true }),
      ),
    ),
    ...checkWords(services),
  ];
};

const twice = (at: Finding['at'], kind: string, code: string): Finding => ({
  at,
  what: `${kind}编码 ${code} 用了两次`,
  remedy: '每个编码只用一次',
  ofLine: true,
});

type Row = Partial<Service>;

const checkGroup = ({ group }: Row, draft: Draft): readonly Finding[] =>
  group === undefined || knows(draft, 'groups', group)
    ? []
    : [{ at: ['group'], what: `没有编码为 ${group} 的大类`, remedy: '改正 group，或在 groups 里补上' }];

const checkConditions = ({ conditions = [] }: Row): readonly Finding[] =>
  repeated(conditions, ({ code }) => code).map(([i, { code }]) =>
    twice(['conditions', i, 'code'], '立案条件', code),
  );

const checkNeeds = ({ needs = [] }: Row): readonly Finding[] =>
  repeated(needs, (need) => need).map(([i, need]) => ({
    at: ['needs', i],
    what: `needs 里 ${need} 写了两次`,
    remedy: '只写一次',
  }));

/** Two spellings that differ only in width, case or spaces are one. */
const spelling = (word: string): string => word.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');

const checkWords = (services: readonly Row[]): readonly Finding[] => {
  const claimed = new Map<string, Row>();
  const findings: Finding[] = [];
  for (const [i, service] of services.entries()) {
    const not = new Set((service.not ?? []).map(spelling));
    for (const [j, word] of (service.words ?? []).entries()) {
      const at = ['services', i, 'words', j];
      const owner = claimed.get(spelling(word));
      if (owner === service) findings.push({ at, what: `说法“${word}”写了两次`, remedy: '只写一次' });
      else if (owner)
        findings.push({
          at,
          what: `说法“${word}”已属于事项 ${[owner.code, owner.name].filter(Boolean).join(' ')}`,
          remedy: `只留在一个事项的 words 里，另一个写进 not`,
        });
      else claimed.set(spelling(word), service);
      if (not.has(spelling(word)))
        findings.push({ at, what: `说法“${word}”同时写在 words 和 not 里`, remedy: '只留一处' });
    }
  }
  return findings;
};
