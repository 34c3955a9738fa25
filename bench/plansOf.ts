import type { Case, Grade, Owner, Task } from '../shared/domain/case/Case.ts';
import type { CaseCommand } from '../shared/domain/case/CaseCommand.ts';
import type { Clock } from '../shared/domain/case/Clock.ts';
import type { Knowledge } from '../shared/domain/city/Knowledge.ts';
import { parseDuration } from '../shared/domain/time/Duration.ts';
import type { Instant } from '../shared/domain/time/Instant.ts';

/** What somebody means to do, and when, as long as it is still their turn in this respect. */
export interface Plan {
  /** Names the turn: a plan is made once for it, and holds while the case has it. */
  readonly turn: string;
  readonly post: Owner;
  readonly at: Instant;
  readonly command: CaseCommand;
}

export interface Habits {
  readonly know: Knowledge;
  readonly random: () => number;
}

interface Turn {
  readonly turn: string;
  readonly post: Owner;
  readonly clock?: Clock;
  readonly task?: Task;
}

/** Every respect in which it is somebody's turn. */
export const turnsOfCase = (state: Case): readonly Turn[] => {
  const { stage, owner, clock, tasks, request, pause } = state;
  const helping = pause
    ? []
    : tasks
        .filter(({ share, status }) => share === 'assist' && (status === 'assigned' || status === 'handling'))
        .map((task): Turn => {
          const turn = `help:${task.unit}:${task.status}:${task.clock?.since}`;
          return { turn, post: `unit@${task.unit}`, task, ...(task.clock ? { clock: task.clock } : {}) };
        });
  const own: Turn = { turn: `${stage}:${owner}:${clock?.since}`, post: owner, ...(clock ? { clock } : {}) };
  const asked: readonly Turn[] = request
    ? [{ turn: `request:${request.clock.since}`, post: request.approver, clock: request.clock }]
    : [];
  return [own, ...helping, ...asked];
};

/** What people mean to do about a case whose turns have not been thought of yet; some never do anything. */
export const plansOf = (state: Case, turn: Turn, now: Instant, habits: Habits): readonly Plan[] => {
  const plan = (share: number, command: CaseCommand): Plan => ({
    turn: turn.turn,
    post: turn.post,
    at: turn.clock ? timeFor(state, turn.clock, { now, share }, habits) : now,
    command,
  });
  if (turn.turn.startsWith('request')) return approving(plan, habits);
  if (turn.task)
    return [plan(pace(0.5, habits), turn.task.status === 'assigned' ? { type: 'sign' } : done(habits))];
  return ownerPlans(state, turn, plan, habits);
};

/** Whoever is urged and warned hurries, more often than not: an instant within the next working day. */
export const hurried = (now: Instant, { know, random }: Habits): Instant | undefined =>
  random() < 0.6 ? know.calendar.afterWorkingTime(now, random() * 7.5 * 3_600_000) : undefined;

type MakePlan = (share: number, command: CaseCommand) => Plan;

const ownerPlans = (state: Case, turn: Turn, plan: MakePlan, habits: Habits): readonly Plan[] => {
  const luck = habits.random();
  switch (state.stage) {
    case 'verifying':
      return [plan(pace(0.5, habits), verifying(state, luck, habits))];
    case 'screening':
      return [plan(pace(0.5, habits), luck < 0.6 ? { type: 'accept' } : decline)];
    case 'dispatching':
      return [plan(pace(0.45, habits), dispatching(state, luck, habits))];
    case 'assigned':
      return [
        plan(pace(0.45, habits), luck < 0.03 ? { type: 'return', reason: '不归我们管' } : { type: 'sign' }),
      ];
    case 'handling':
      return handling(turn, luck, plan, habits);
    case 'checking':
      return [plan(pace(0.5, habits), luck < 0.08 ? { type: 'fail', reason: '没有修好' } : { type: 'pass' })];
    case 'rating':
      return rating(state, luck, plan, habits);
    case 'waiting':
      return luck < 0.7 ? [plan(pace(0.4, habits), { type: 'supplement', text: '补充说明' })] : [];
    case 'suspended':
      return luck < 0.5 ? [plan(pace(0.5, habits), { type: 'resume' })] : [];
    default:
      return [];
  }
};

const decline = { type: 'decline', reason: '现场没有发现' } as const;

const verifying = (state: Case, luck: number, { know, random }: Habits): CaseCommand => {
  if (luck < 0.06) return decline;
  if (luck < 0.1) {
    const { services } = know.city;
    const service = services[Math.floor(random() * services.length)]?.code;
    if (service !== undefined && service !== state.service) return { type: 'correct', service };
  }
  if (luck < 0.18) return { type: 'solve', report: '现场处理好了', photos: ['photos/bench/1'] };
  return { type: 'verify' };
};

const dispatching = (state: Case, luck: number, { know, random }: Habits): CaseCommand => {
  if (state.rounds > know.city.rounds && luck < 0.7) return { type: 'conclude', reason: '已尽力处理' };
  const { units } = know.city;
  return { type: 'dispatch', unit: units[Math.floor(random() * units.length)]?.code ?? '' };
};

/** Some see in time that they need more of it, or something from the resident, or that it cannot go on. */
const handling = (turn: Turn, luck: number, plan: MakePlan, habits: Habits): readonly Plan[] => {
  const share = pace(0.6, habits);
  const finish = plan(share, done(habits));
  if (luck < 0.01) return [plan(0.3, { type: 'suspend', reason: '等待配件' }), finish];
  if (luck < 0.03) return [plan(0.2, { type: 'ask', question: '请说明具体位置' }), finish];
  const by = turn.clock?.lasts;
  if (share > 0.9 && luck < 0.4 && by !== undefined)
    return [plan(0.7, { type: 'extend', by, reason: '工作量大' }), finish];
  return [finish];
};

const done = ({ random }: Habits): CaseCommand => ({
  type: 'finish',
  report: '已处理',
  photos: random() < 0.8 ? ['photos/bench/1'] : [],
});

/** About four of ten say something; who is called back is mostly content to leave it. */
const rating = (state: Case, luck: number, plan: MakePlan, habits: Habits): readonly Plan[] => {
  if (!state.owner.startsWith('resident@'))
    return [plan(pace(0.5, habits), { type: 'visit', agreed: luck < 0.65, words: '电话回访' })];
  if (luck > 0.4) return [];
  const grade = gradeOf(habits.random());
  return [plan(pace(0.15, habits, 0.9), { type: 'rate', rating: { overall: grade } })];
};

const gradeOf = (luck: number): Grade => (luck < 0.56 ? 'A' : luck < 0.83 ? 'B' : luck < 0.93 ? 'C' : 'D');

const approving = (plan: MakePlan, habits: Habits): readonly Plan[] => {
  const luck = habits.random();
  if (luck > 0.93) return [];
  return [
    plan(pace(0.4, habits), luck < 0.75 ? { type: 'approve' } : { type: 'reject', reason: '按时办结' }),
  ];
};

/** The share of a limit that somebody takes: lognormal, so that most are in time and a few are very late. */
const pace = (median: number, { random }: Habits, spread = 0.4): number => {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(spread * normal);
};

/** When so much of a limit has passed. Who is on duty sees to what is urgent at once, everything else while offices are open. */
const timeFor = (
  state: Case,
  { lasts, due }: Clock,
  { now, share }: { readonly now: Instant; readonly share: number },
  { know }: Habits,
): Instant => {
  const { calendar } = know;
  if (parseDuration(lasts)?.unit !== 'natural')
    return calendar.afterWorkingTime(now, share * calendar.workingTime(now, due));
  const at = now + share * Math.max(0, due - now);
  const isFree = state.urgent || calendar.isOpen(at) || state.owner.startsWith('resident@');
  return isFree ? at : calendar.afterWorkingTime(at, 1);
};
