import { describeNow, matterName, ownerName, unitName } from '../../../bots/engine/cases/describeCase.ts';
import { happened } from '../../../bots/engine/phrases/happened.ts';
import { resident } from '../../../bots/engine/phrases/resident.ts';
import { type Case, ENDED, type Task } from '../../../shared/domain/case/Case.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { type Rules, tellClocks } from './tellClocks.ts';

const STATUS: Readonly<Record<Task['status'], string>> = {
  waiting: '等前面的办完',
  assigned: '待签收',
  handling: '处置中',
  done: '办结',
  returned: '已退回',
  released: '不用再办',
};
const PAUSES = { material: '等报事人补充材料', suspension: '挂账', consultation: '专家会商' } as const;

/** A case as it stands or stood, line by line: nothing that anybody wrote, nobody who reported, nowhere finer than the cell. */
export const tellState = (state: Case, by: Rules): readonly string[] => {
  const { know } = by;
  return [
    `事项 ${matterName(state, know)}${state.urgent ? '（紧急）' : ''}，网格 ${areaName(state.leaf, know)}`,
    ...describeNow(state, know).split('\n').slice(0, 1),
    ...state.tasks.map(
      ({ unit, share, status }) =>
        `任务 ${unitName(unit, know)}（${share === 'lead' ? '主办' : '协办'}）：${STATUS[status]}`,
    ),
    ...(state.pause && !ENDED.has(state.stage)
      ? [`停钟 ${formatInstant(state.pause.since)} 起：${PAUSES[state.pause.kind]}`]
      : []),
    ...(state.request
      ? [
          `待批 ${unitName(state.request.unit, know)}申请${happened.asked[state.request.kind]}，由${ownerName(state.request.approver, know)}批`,
        ]
      : []),
    ...counted(state),
    ...tellClocks(state, by),
  ];
};

const counted = ({ rounds, urges, joined = [], rating, listed }: Case): readonly string[] => [
  ...(rounds > 0 ? [`返工 ${rounds} 轮`] : []),
  ...(urges ? [`报事人催办 ${urges.count} 次`] : []),
  ...(joined.length > 0
    ? [`并进来 ${joined.length} 件：${joined.map(({ number }) => number).join('、')}`]
    : []),
  ...(listed ? [`挂牌督办 ${formatInstant(listed.at)} 起，须在 ${formatInstant(listed.due)} 前办好`] : []),
  ...(rating ? [`评价 ${rating.overall}（${resident.grades[rating.overall]}）`] : []),
];

const areaName = (code: string, know: Knowledge): string => know.area(code)?.name ?? code;
