import { holdersOn } from '../../../../shared/domain/case/answersFor.ts';
import type { Case } from '../../../../shared/domain/case/Case.ts';
import { eachOnce } from '../../../../shared/domain/ledger/eachOnce.ts';
import { dateText, dayOf } from '../../../../shared/domain/time/Instant.ts';
import type { Scene } from '../../Scene.ts';
import { nameCase } from '../nameCase.ts';
import { ownClock, ownTask } from '../ownTask.ts';
import type { Detail, DetailAction } from './Detail.ts';

/** Nothing is known of it yet but what can be chosen. */
export const beginDetail = (scene: Scene, state: Case, action: DetailAction): Detail => {
  const { number } = state;
  const about = nameCase(state, scene.know);
  const detail = { kind: 'detail', number, about, action } as const;
  switch (action) {
    case 'merge':
      return { ...detail, options: scene.session.near?.[number] ?? [] };
    case 'transfer':
      return { ...detail, options: receivers(scene, state) };
    case 'extend': {
      const limit = ownClock(scene, state)?.lasts ?? '';
      return { ...detail, limit, options: proposals(limit) };
    }
    default:
      return detail;
  }
};

/** Most colleagues and units on buttons; others are typed. */
const MOST_RECEIVERS = 9;

/** Colleagues of the unit, and the units right below it. */
const receivers = ({ turn, know }: Scene, state: Case): readonly string[] => {
  const unit = ownTask({ turn, know }, state)?.unit;
  if (unit === undefined) return [];
  const today = dateText(dayOf(turn.at));
  const people = eachOnce(holdersOn(`unit@${unit}`, state.leaf, today, know))
    .filter(({ person }) => person !== turn.person)
    .map(({ person }) => `person:${person}`);
  const below = know.city.units.filter(({ parent }) => parent === unit).map(({ code }) => `unit:${code}`);
  return [...people, ...below].slice(0, MOST_RECEIVERS);
};

/** Half the limit, and as much again: `4wh` → 2wh, 4wh. */
const proposals = (limit: string): readonly string[] => {
  const [, amount, unit = ''] = /^(\d+)([a-z]+)$/u.exec(limit) ?? [];
  if (amount === undefined) return limit === '' ? [] : [limit];
  const half = Math.floor(Number(amount) / 2);
  return half < 1 ? [limit] : [`${half}${unit}`, limit];
};
