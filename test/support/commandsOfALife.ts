import type { Case } from '../../shared/domain/case/Case.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';
import type { By, Entry } from '../../shared/domain/case/CaseEvent.ts';
import { seal } from '../../shared/domain/case/chain.ts';
import { decide } from '../../shared/domain/case/decide.ts';
import { evolve } from '../../shared/domain/case/evolve.ts';
import type { Facts } from '../../shared/domain/case/Rule.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { at, CLOCK, NUMBER, RESIDENT, report, staff } from './lifeOf.ts';

export interface LifeStep {
  readonly before: Case | undefined;
  readonly command: CaseCommand;
  readonly facts: Facts;
  readonly entry: Entry;
}

/** Every step of one case from report to filing, with a reminder on the way, ready to be decided again and again. */
export const commandsOfALife = (know: Knowledge): readonly LifeStep[] => {
  const script: readonly (readonly [CaseCommand, By, string])[] = [
    [report(), RESIDENT, '2026-09-28 10:00'],
    [{ type: 'tick' }, CLOCK, '2026-09-28 10:45'],
    [{ type: 'verify' }, staff('S1'), '2026-09-28 10:50'],
    [{ type: 'sign' }, staff('H3', 'handler'), '2026-09-28 11:00'],
    [
      { type: 'finish', report: '换了灯泡', photos: ['photos/h/1'] },
      staff('H3', 'handler'),
      '2026-09-28 15:00',
    ],
    [{ type: 'pass' }, staff('S1'), '2026-09-28 16:00'],
    [{ type: 'rate', rating: { overall: 'A', opinion: '很快' } }, RESIDENT, '2026-09-28 18:00'],
  ];
  let before: Case | undefined;
  return script.map(([command, by, time], i) => {
    const facts: Facts = { now: at(time), by, rules: know, ledger: know };
    const decision = decide(before, command, facts);
    if (decision.kind !== 'events') throw new Error(`${command.type}: ${decision.refusal.code}`);
    const entry = seal(
      { number: NUMBER, seq: i + 1, at: facts.now, by, command: `c${i}`, events: decision.events },
      before?.hash ?? '',
    );
    const step = { before, command, facts, entry };
    before = evolve(before, entry);
    return step;
  });
};
