import type { CaseStore } from '../../shared/application/ports.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import type { By, CaseEvent, Entry } from '../../shared/domain/case/CaseEvent.ts';
import { seal } from '../../shared/domain/case/chain.ts';
import { evolve } from '../../shared/domain/case/evolve.ts';
import { everyEvent } from './everyEvent.ts';
import { at, CLOCK, NUMBER, RESIDENT, staff } from './lifeOf.ts';
import { WEST } from './smallCity.ts';

type Line = readonly [time: string, by: By, ...events: CaseEvent[]];

/** Entries sealed one after the other, whatever is in them. */
export const sealed = (lines: readonly Line[], number = NUMBER): readonly Entry[] => {
  let before = '';
  return lines.map(([time, by, ...events], i) => {
    const entry = seal({ number, seq: i + 1, at: at(time), by, command: `c${i}`, events }, before);
    before = entry.hash;
    return entry;
  });
};

const clockOf = (
  limit: 'verify' | 'sign' | 'handle' | 'check',
  lasts: string,
  since: string,
  due: string,
) => ({
  limit,
  lasts,
  since: at(since),
  due: at(due),
  next: { step: 'remind' as const, at: at(due) },
});

/** From report to filing, over the National Day holidays, with something written at every step. */
export const aLife = (number = NUMBER): readonly Entry[] =>
  sealed(
    [
      [
        '2026-09-30 16:00',
        RESIDENT,
        everyEvent.opened,
        {
          type: 'moved',
          to: 'verifying',
          owner: `supervisor@${WEST}`,
          clock: clockOf('verify', '1h', '2026-09-30 16:00', '2026-09-30 17:00'),
        },
      ],
      ['2026-09-30 16:45', CLOCK, { type: 'rang', name: 'stage', step: 'remind' }],
      [
        '2026-09-30 16:50',
        staff('S1'),
        everyEvent.verified,
        everyEvent.accepted,
        {
          type: 'dispatched',
          tasks: [{ unit: 'U03', share: 'lead', status: 'assigned', rule: '01*' }],
        },
        {
          type: 'moved',
          to: 'assigned',
          owner: 'unit@U03',
          clock: clockOf('sign', '1wh', '2026-09-30 16:50', '2026-10-08 09:20'),
        },
      ],
      [
        '2026-09-30 16:55',
        staff('H3', 'handler'),
        everyEvent.signed,
        {
          type: 'moved',
          to: 'handling',
          owner: 'unit@U03',
          clock: clockOf('handle', '2wd', '2026-09-30 16:55', '2026-10-09 17:30'),
        },
      ],
      ['2026-10-08 10:00', { person: 'web:r-neighbour', role: 'resident' }, everyEvent.supplemented],
      [
        '2026-10-09 11:00',
        staff('H3', 'handler'),
        everyEvent.done,
        { type: 'moved', to: 'rating', owner: 'resident@web:r-1' },
      ],
      [
        '2026-10-09 12:00',
        RESIDENT,
        { type: 'rated', rating: { overall: 'A' } },
        everyEvent.filed,
        { type: 'moved', to: 'closed', owner: 'resident@web:r-1' },
      ],
    ],
    number,
  );

export const foldOf = (history: readonly Entry[]): Case => {
  const state = history.reduce<Case | undefined>((before, entry) => evolve(before, entry), undefined);
  if (!state) throw new Error('There are no entries');
  return state;
};

/** A store that holds exactly this, however wrong it is. */
export const storeOf = (
  history: readonly Entry[],
  stored: Case | undefined,
): Pick<CaseStore, 'load' | 'history'> => {
  const number = stored?.number ?? history[0]?.number;
  return {
    load: async (asked) => (asked === number ? stored : undefined),
    history: async (asked, after = 0) => (asked === number ? history.slice(after) : []),
  };
};
