import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClock } from '../../../../infra/local/compute/LocalClock.ts';

const folder = mkdtempSync(join(tmpdir(), 'clock-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the local clock', () => {
  test('is real time at first', () => {
    expect(openClock(folder, () => 1_000).now()).toBe(1_000);
  });

  test('stands still, and still does after a restart', () => {
    const clock = openClock(folder, () => 1_000);
    let told = 0;
    const quiet = clock.onChange(() => {
      told += 1;
    });
    clock.set({ frozen: true, at: Date.parse('2026-09-28T02:00:00Z') });
    quiet();
    expect(told).toBe(1);
    expect(openClock(folder, () => 9_999).now()).toBe(Date.parse('2026-09-28T02:00:00Z'));
  });

  test('runs on with an offset, ahead or behind', () => {
    openClock(folder).set({ frozen: false, offset: -500 });
    expect(openClock(folder, () => 1_000).now()).toBe(500);
  });

  test('is real time where what was kept says nothing', () => {
    writeFileSync(join(folder, 'clock.json'), '{"frozen":"perhaps"}');
    expect(openClock(folder, () => 1_000).now()).toBe(1_000);
  });
});
