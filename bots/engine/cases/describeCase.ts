import { splitOwner } from '../../../shared/domain/case/answersFor.ts';
import type { Case, Owner, Stage } from '../../../shared/domain/case/Case.ts';
import { ENDED } from '../../../shared/domain/case/Case.ts';
import type { Clock } from '../../../shared/domain/case/Clock.ts';
import { conditionName } from '../../../shared/domain/case/conditionOf.ts';
import { isVisiting } from '../../../shared/domain/case/rules/rating.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { notices } from '../phrases/notices.ts';
import { progress } from '../phrases/progress.ts';
import { describeWaits } from './describeWaits.ts';

export const stageName = (stage: Stage): string => notices.stages[stage];

/** 待核实, from the code that a notice or a refusal carries; unknown codes stay as they are. */
export const stageNameOf = (stage: string): string =>
  (notices.stages as Readonly<Record<string, string>>)[stage] ?? stage;

export const serviceName = (code: string, know: Knowledge): string => know.service(code)?.name ?? code;

/** `井盖异常（缺失、塌陷）`: the service, with its condition where it tells several apart. */
export const matterName = (state: Pick<Case, 'service' | 'condition'>, know: Knowledge): string =>
  notices.matter({ service: serviceName(state.service, know), condition: conditionName(state, know) });

export const unitName = (code: string, know: Knowledge): string => know.unit(code)?.name ?? code;

/** A unit or a post, never a person: people may change, and their names are nobody's business. */
export const ownerName = (owner: Owner, know: Knowledge): string => {
  const [role, code] = splitOwner(owner);
  if (role === 'unit') return unitName(code, know);
  if (role === 'resident') return notices.roles.resident;
  const area = know.area(code)?.name ?? '';
  return area === '' ? notices.roles[role] : `${area}的${notices.roles[role]}`;
};

/** `王秀英（向阳第一网格的网格员）`: those who answer in a post now, for the staff alone. */
export const namedOwner = (names: readonly string[], owner: Owner, know: Knowledge): string => {
  const more = names.length > MOST_NAMES ? notices.andMore : '';
  return names.length === 0
    ? ownerName(owner, know)
    : `${names.slice(0, MOST_NAMES).join('、')}${more}（${ownerName(owner, know)}）`;
};

const MOST_NAMES = 3;

/** `下一步：路灯管理所签收，最迟 09月28日 14:30`; undefined when nothing is due. */
export const nextLine = (state: Case, know: Knowledge): string | undefined => {
  if (!state.clock || ENDED.has(state.stage)) return undefined;
  const what = `${ownerName(state.owner, know)}${stepName(state.clock)}`;
  return state.clock.overdue
    ? notices.nextOverdue(what, formatForPeople(state.clock.due))
    : notices.next(what, formatForPeople(state.clock.due));
};

/** `最迟：09月28日 14:30`; says when a deadline is provisional. */
export const dueLine = (clock: Pick<Clock, 'due' | 'provisional'>): string =>
  clock.provisional
    ? notices.dueProvisional(formatForPeople(clock.due))
    : notices.due(formatForPeople(clock.due));

const stepName = (clock: Clock): string => notices.steps[clock.limit];

/** What has it now, what is due next, and what else is waited for: a few lines. */
export const describeNow = (state: Case, know: Knowledge): string =>
  [nowLine(state, know), ...listOf(nextLine(state, know)), ...describeWaits(state, know)].join('\n');

const nowLine = (state: Case, know: Knowledge): string => {
  if (isVisiting(state)) return notices.now(progress.visiting, ownerName(state.owner, know));
  if (state.stage === 'rating') return notices.nowRating;
  return notices.now(
    stageName(state.stage),
    ENDED.has(state.stage) ? undefined : ownerName(state.owner, know),
  );
};

const listOf = (line: string | undefined): readonly string[] => (line === undefined ? [] : [line]);
