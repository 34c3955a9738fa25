import { stageName } from '../../bots/engine/cases/describeCase.ts';
import type { Speaker } from '../../shared/application/actorOf.ts';
import type { CaseWorld, Outcome } from '../../shared/application/commandCase.ts';
import type { CommandAnswer } from '../../shared/contracts/caseAnswer.ts';
import type { DoorAnswer } from '../middleware/httpDoor.ts';
import { refusedAtDoor } from './refusedAtDoor.ts';
import { showCase } from './showCase.ts';

/** What came of a command: the case as it is now, as far as it is theirs to see. Throws what the door says of a refusal. */
export const answerOutcome = async (
  world: Pick<CaseWorld, 'cases' | 'cities' | 'now'>,
  outcome: Outcome,
  speaker: Speaker,
): Promise<DoorAnswer> => {
  if (outcome.kind === 'refused') throw refusedAtDoor(outcome.refusal, await world.cities.current());
  const { number, stage } = outcome.case;
  // Whoever handed it on may have no part in it any more.
  const body: CommandAnswer = (await showCase(world)(outcome.case, speaker)) ?? {
    number,
    stage,
    stageName: stageName(stage),
  };
  return { status: 200, body };
};
