import type { Speaker } from '../../shared/application/actorOf.ts';
import type { CaseWorld } from '../../shared/application/commandCase.ts';
import { lookerOf } from '../../shared/application/lookerOf.ts';
import type { CaseAnswer } from '../../shared/contracts/caseAnswer.ts';
import type { Case } from '../../shared/domain/case/Case.ts';
import { viewCase } from './viewCase.ts';

/** A case with its history as whoever speaks may see it; undefined for whom it does not exist. */
export const showCase =
  ({ cases, cities, now }: Pick<CaseWorld, 'cases' | 'cities' | 'now'>) =>
  async (state: Case, speaker: Speaker): Promise<CaseAnswer | undefined> => {
    const know = await cities.current();
    const looker = lookerOf(speaker, state, { now: now(), ledger: know });
    if (!looker) return undefined;
    const [history, rules] = await Promise.all([cases.history(state.number), cities.at(state.city)]);
    return viewCase(state, history, { looker, own: state.reporter === speaker.conversation, know, rules });
  };
