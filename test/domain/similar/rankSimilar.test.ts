import { type AskedCase, rankSimilar } from '../../../shared/domain/similar/rankSimilar.ts';
import type { SolvedCase } from '../../../shared/domain/similar/SolvedCase.ts';
import { corpus, measureSimilar, phrases } from './measureSimilar.ts';
import { seen, seenMisses, tried, triedMisses, unseen, unseenMisses } from './queries.ts';
import { solvedCases } from './solvedCases.ts';

const asked: AskedCase = {
  service: '01037',
  condition: 'a',
  text: '门口的路灯不亮了',
  lineage: ['990101001001001', '990101001001', '990101001', '990101'],
};
let made = 0;
const solved = (more: Partial<SolvedCase> = {}): SolvedCase => ({
  number: `2026050100${String(++made).padStart(5, '0')}`,
  service: '01037',
  condition: 'b',
  leaf: '990101009009009',
  text: '路灯不亮',
  report: `换了灯泡 ${made}`,
  rounds: 0,
  ...more,
});
const rank = (candidates: readonly SolvedCase[], of: Partial<AskedCase> = {}) =>
  rankSimilar({ ...asked, ...of }, candidates, phrases).map(({ report }) => report);

test('of services with solved cases at hand, most who ask are shown one that fits; who asks something else is shown nothing', () => {
  const hits = measureSimilar([...seen, ...tried, ...unseen]);
  const fresh = measureSimilar(unseen);
  const misses = measureSimilar([...seenMisses, ...triedMisses, ...unseenMisses]);
  console.info(
    `similar cases: a fitting one in the top 3 for ${hits.hit} of ${hits.asked} (first: ${hits.first}); of queries never looked at ${fresh.hit} of ${fresh.asked} (first: ${fresh.first}); ${hits.fitting} of ${hits.shown} shown fit; nothing shown to ${misses.silent} of ${misses.asked} for whom nothing fits`,
  );
  expect([solvedCases.length >= 120, corpus.length >= 300, hits.asked >= 60]).toEqual([true, true, true]);
  expect(new Set([...seen, ...tried, ...unseen].map(({ service }) => service)).size).toBeGreaterThanOrEqual(
    25,
  );
  expect(hits.hit / hits.asked).toBeGreaterThanOrEqual(0.9);
  expect(fresh.hit / fresh.asked).toBeGreaterThanOrEqual(0.85);
  expect(hits.fitting / hits.shown).toBeGreaterThanOrEqual(0.75);
  expect(misses.silent / misses.asked).toBeGreaterThanOrEqual(0.84);
});

test('another matter of the same service is not shown, nor anything where nothing was solved', () => {
  expect(rank([solved({ text: '灯杆上有个马蜂窝', report: '请消防摘除蜂窝' })])).toEqual([]);
  expect(rank([])).toEqual([]);
  expect(rank([solved()], { text: '' })).toEqual([]);
});

test('the same words under another service come after, and weak ones not at all', () => {
  const same = solved({ report: '换了光源' });
  const other = solved({ service: '01039', text: '门口的路灯不亮了', report: '换了控制器' });
  expect(rank([other, same])[0]).toBe('换了光源');
  expect(rank([solved({ service: '01039', text: '门口有人摆摊', report: '劝离' })])).toEqual([]);
});

test('between cases that are as like, the nearer, the better rated and the one that tells more come first', () => {
  const plain = { report: '换灯泡' };
  const far = solved({ ...plain, report: '换灯泡一' });
  const sameStreet = solved({ leaf: '990101001005001', report: '换灯泡二' });
  const sameCommunity = solved({ leaf: '990101001001009', report: '换灯泡三' });
  const sameCell = solved({ leaf: '990101001001001', report: '换灯泡四' });
  expect(rank([far, sameStreet, sameCommunity])).toEqual(['换灯泡三', '换灯泡二', '换灯泡一']);
  expect(rank([sameCommunity, sameCell])[0]).toBe('换灯泡四');
  expect(
    rank([solved({ rating: 'C', report: '换灯泡五' }), solved({ rating: 'A', report: '换灯泡六' })])[0],
  ).toBe('换灯泡六');
  const telling = '查出接头进水，换防水接头后换灯泡';
  expect(rank([solved({ report: '换灯泡七' }), solved({ report: telling })])[0]).toBe(telling);
  expect(rank([solved({ report: '换灯泡八' }), solved({ condition: 'a', report: '换灯泡九' })])[0]).toBe(
    '换灯泡九',
  );
});

test('what was called bad or done again is shown only where nothing better is known', () => {
  const bad = solved({ rating: 'D', report: '拧了一下' });
  const again = solved({ rounds: 1, rating: 'A', report: '换了两次' });
  const good = solved({ report: '换了光源' });
  expect(rank([bad, again, good])).toEqual(['换了光源']);
  expect(rank([bad, again]).toSorted()).toEqual(['拧了一下', '换了两次'].toSorted());
});

test('three at most, and the same way of solving it once', () => {
  const ways = ['换灯泡', '换灯泡。', '换电缆', '换开关', '换灯杆'];
  const shown = rank(ways.map((report) => solved({ report })));
  expect(shown).toHaveLength(3);
  expect(new Set(shown.map((report) => report.replace('。', ''))).size).toBe(3);
});
