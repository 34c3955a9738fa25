import { holdsPost, splitOwner } from '../../../shared/domain/case/answersFor.ts';
import type { Case, Owner } from '../../../shared/domain/case/Case.ts';
import { deskOf } from '../../../shared/domain/case/deskOf.ts';
import { isReporter } from '../../../shared/domain/case/isReporter.ts';
import type { Scene } from '../Scene.ts';
import type { CardKind } from '../Session.ts';

/**
 * The cards by which whoever speaks can work on a case as it stands: by its stage, and by which of its turns are theirs; what is
 * foremost theirs first. Staff speak as their person, and in their conversation as who reported it.
 */
export const cardsFor = ({ turn, know }: Pick<Scene, 'turn' | 'know'>, state: Case): readonly CardKind[] => {
  const { conversation, person, at: now } = turn;
  const speakers = person === undefined ? [conversation] : [conversation, person];
  const today = { now, ledger: know };
  const holds = (owner: Owner): boolean =>
    speakers.some((speaker) => holdsPost(speaker, owner, state.leaf, today));
  const own = holds(state.owner) ? ofOwner(state, know.city.rounds) : undefined;
  const approves = state.request !== undefined && holds(state.request.approver);
  const isRunning = state.stage === 'assigned' || state.stage === 'handling';
  const assist = isRunning ? ofAssist(state, holds) : undefined;
  const atDesk =
    isRunning && person !== undefined && holds(deskOf(state, { now, rules: know, ledger: know }));
  // A rating may be changed until it is filed, also while the desk calls back.
  const rates = state.stage === 'rating' && isReporter(conversation, state);
  return [
    ...(own ? [own] : []),
    ...(approves ? (['approve'] as const) : []),
    ...(assist ? [assist] : []),
    ...(atDesk ? (['desk'] as const) : []),
    ...(rates ? (['rate'] as const) : []),
  ];
};

/** What the owner of a case at that stage works with. */
const ofOwner = (state: Case, rounds: number): CardKind | undefined => {
  switch (state.stage) {
    case 'verifying':
      return 'verify';
    case 'screening':
      return 'appeal';
    case 'dispatching':
      return state.rounds > rounds && splitOwner(state.owner)[0] === 'leader' ? 'decide' : 'dispatch';
    case 'assigned':
      return 'sign';
    case 'handling':
      // A lead that is done waits for those who come after it.
      return state.tasks.some(({ share, status }) => share === 'lead' && status !== 'done')
        ? 'finish'
        : undefined;
    case 'suspended':
      return 'suspended';
    case 'consulting':
      return 'expert';
    case 'checking':
      return 'check';
    case 'rating':
      return isRated(state) ? undefined : 'visit';
    default:
      return undefined;
  }
};

const ofAssist = ({ tasks }: Case, holds: (owner: Owner) => boolean): CardKind | undefined => {
  const open = tasks.find(
    ({ share, status, unit }) =>
      share === 'assist' && (status === 'assigned' || status === 'handling') && holds(`unit@${unit}`),
  );
  if (!open) return undefined;
  return open.status === 'assigned' ? 'assistSign' : 'assistFinish';
};

/** The residents' turn; while the desk calls back (回访) it is the desk's. */
const isRated = ({ stage, clock }: Case): boolean => stage === 'rating' && clock?.limit !== 'visit';
