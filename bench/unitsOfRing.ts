import { dueOf, openCases } from './tickCost.ts';
import { withCloud } from './withCloud.ts';

const CASES = 60;
const AT = Date.parse('2026-09-28T09:30:00+08:00');

/** Write units of all that follows when the clock of a case rings: its history, its rows, and the message to whoever's turn it is. */
export const unitsOfRing = (): Promise<number> =>
  withCloud(async (cloud) => {
    cloud.clock.set({ frozen: true, at: AT });
    const cases = await openCases({ store: cloud.store, clock: cloud.clock, know: cloud.know() }, CASES);
    await cloud.idle();
    cloud.meter.reset();
    await cloud.advanceTo(Math.max(...cases.map(dueOf)));
    await cloud.idle();
    const { dynamodb, callers } = cloud.meter.read();
    const rings = Object.entries(callers)
      .filter(([name]) => /tickCase/iu.test(name))
      .reduce((sum, [, calls]) => sum + (calls['dynamodb.TransactWriteItems'] ?? 0), 0);
    return dynamodb.writeUnits / rings;
  });
