import { notices } from '../../bots/engine/phrases/notices.ts';
import { postHolders, splitOwner } from '../../shared/domain/case/answersFor.ts';
import { type Case, ENDED, OPEN, type Owner, type Stage } from '../../shared/domain/case/Case.ts';
import type { CaseCommand, CommandType } from '../../shared/domain/case/CaseCommand.ts';
import type { By } from '../../shared/domain/case/CaseEvent.ts';
import { decide, RULES } from '../../shared/domain/case/decide.ts';
import { deskOf } from '../../shared/domain/case/deskOf.ts';
import { happenIn } from '../../shared/domain/case/evolve.ts';
import type { Who } from '../../shared/domain/case/Rule.ts';
import { unitsOf } from '../../shared/domain/case/unitsOf.ts';
import { CANONICAL } from './canonicalLives.ts';
import { COMMAND_SAMPLES } from './commandSamples.ts';
import { CLOCK, lifeOf, RESIDENT, staff } from './lifeOf.ts';
import { knowLoop } from './loopCity.ts';

const HEAD = `# 一件事的生命周期 · The lifecycle of a case

\`npm run lifecycle\` writes this page: every command is really decided (\`decide\`) on a real case of every stage, for whoever may give it.
What is not in \`RULES\` (\`shared/domain/case/decide.ts\`) does not exist. 表里没有的命令，在那一步都会被拒绝，原因列在表下面。

To people outside the case it does not exist (\`noSuchCase\`); to those who know it and may not give a command it is \`notYours\`.
`;

const WHO: { readonly [W in Who]: string } = {
  owner: '轮到的人 owner',
  reporter: '报事人 reporter',
  unit: '承办单位 unit',
  approver: '审批人 approver',
  desk: '派遣员 desk',
  clock: '系统 clock',
};

const know = knowLoop();
const TYPES = Object.keys(COMMAND_SAMPLES) as readonly CommandType[];
/** Long enough for every clock to run out. */
const LATER = 120 * 86_400_000;

/** The page: state × command → what follows, or the code of the refusal. */
export const lifecycleTable = (): string =>
  [
    HEAD,
    unopened(),
    ...[...OPEN, ...ENDED].flatMap((stage) =>
      CANONICAL[stage].map(({ what, life }) => section(stage, what, life())),
    ),
  ].join('\n');

/** Before there is a case. */
const unopened = (): string => {
  const follows = new Set(
    COMMAND_SAMPLES.open.given.map((command) => {
      const { state } = lifeOf(know).when(command, openerOf(command));
      return `→ ${stageText(state.stage)}（${ownerText(state.owner)}）`;
    }),
  );
  const others = TYPES.filter((type) => type !== 'open').map(nameOf);
  return [
    '## 还没有这件事 no case',
    '',
    '| 命令 command | 谁 who | 之后 next |',
    '|---|---|---|',
    `| ${nameOf('open')} | 任何人 anybody | ${[...follows].join(' / ')} |`,
    '',
    '拒绝 refused:',
    '',
    `- \`noSuchCase\`: ${others.join('、')}`,
    '',
  ].join('\n');
};

const openerOf = (command: CaseCommand): By =>
  command.type === 'open' && command.patrol ? staff('S1') : RESIDENT;

const section = (
  stage: Stage,
  what: string,
  { state, now }: { readonly state: Case; readonly now: number },
): string => {
  if (state.stage !== stage) throw new Error(`${what} is at ${state.stage}, not at ${stage}`);
  const answers = TYPES.map((type) => ({ type, ...answerTo(type, state, now) }));
  const rows = answers
    .filter(({ follows }) => follows.length > 0)
    .map(({ type, follows, codes }) => {
      const next = [...follows, ...codes.map((code) => `拒绝 \`${code}\``)];
      return `| ${nameOf(type)} | ${whoOf(type)} | ${next.join(' / ')} |`;
    });
  const refused = Map.groupBy(
    answers.filter(({ follows }) => follows.length === 0),
    ({ codes }) => codes[0] ?? '',
  );
  const lines = [...refused].map(
    ([code, all]) => `- \`${code}\`: ${all.map(({ type }) => nameOf(type)).join('、')}`,
  );
  return [
    `## ${stageText(stage)}：${what}`,
    '',
    `轮到 ${ownerText(state.owner)}`,
    '',
    ...(rows.length > 0 ? ['| 命令 command | 谁 who | 之后 next |', '|---|---|---|', ...rows, ''] : []),
    '拒绝 refused:',
    '',
    ...lines,
    '',
  ].join('\n');
};

interface Answer {
  readonly follows: readonly string[];
  /** Why nothing does, to some of those who may or in some of the ways. */
  readonly codes: readonly string[];
}

/** What follows from a command in each way it is given, by each of those who may. */
const answerTo = (type: CommandType, state: Case, now: number): Answer => {
  const at = type === 'tick' ? now + LATER : now;
  const tried = COMMAND_SAMPLES[type].given.flatMap((command) =>
    whoMay(type, state, now).map((by) => ({
      by,
      command,
      decision: decide(state, command, { now: at, by, rules: know, ledger: know }),
    })),
  );
  const follows = tried.flatMap(({ by, command, decision }) => {
    if (decision.kind === 'refused') return [];
    const after = happenIn(state, decision.events, { at, person: by.person });
    const happened = decision.events.map((event) => event.type);
    return [textOf(command, state, after, happened)];
  });
  const codes = tried.flatMap(({ decision }) => (decision.kind === 'refused' ? [decision.refusal.code] : []));
  return { follows: [...new Set(follows)], codes: [...new Set(codes)] };
};

const textOf = ({ type }: CaseCommand, before: Case, after: Case, happened: readonly string[]): string => {
  if (happened.length === 0) return '什么也不发生 nothing';
  const isMoved =
    happened.includes('moved') && (after.stage !== before.stage || after.owner !== before.owner);
  if (isMoved) return `→ ${stageText(after.stage)}（${ownerText(after.owner)}）`;
  const what = [...new Set(happened)].filter((event) => event !== 'moved').map((event) => `\`${event}\``);
  return type === 'tick' ? `各级提醒 ${what.join(' ')}` : `留在这一步 ${what.join(' ')}`;
};

const whoMay = (type: CommandType, state: Case, now: number): readonly By[] => {
  const who = type === 'open' ? 'reporter' : RULES[type].who;
  switch (who) {
    case 'clock':
      return [CLOCK];
    case 'reporter':
      return [{ person: state.reporter, role: 'resident' }];
    case 'unit': {
      const units = unitsOf(state).map((unit): Owner => `unit@${unit}`);
      return (units.length > 0 ? units : [state.owner]).map((owner) => holderOf(owner, state, now));
    }
    case 'approver':
      return [holderOf(state.request?.approver ?? state.owner, state, now)];
    case 'desk':
      return [holderOf(deskOf(state, { now, rules: know, ledger: know }), state, now)];
    case 'owner':
      return holdersOf(state.owner, state, now);
  }
};

const holdersOf = (owner: Owner, state: Case, now: number): readonly By[] => {
  const [role, code] = splitOwner(owner);
  if (role === 'resident') return [{ person: code, role }];
  const spoken = new Set((state.opinions ?? []).map(({ person }) => person));
  return postHolders(owner, state.leaf, now, know)
    .filter(({ person }) => !spoken.has(person))
    .slice(0, 1)
    .map(({ person }) => ({ person, role: role === 'unit' ? 'handler' : role }));
};

const holderOf = (owner: Owner, state: Case, now: number): By => holdersOf(owner, state, now)[0] ?? CLOCK;

const nameOf = (type: CommandType): string => `${COMMAND_SAMPLES[type].name} \`${type}\``;
const whoOf = (type: CommandType): string => (type === 'open' ? WHO.reporter : WHO[RULES[type].who]);
const stageText = (stage: Stage): string => `${notices.stages[stage]} \`${stage}\``;

const ownerText = (owner: Owner): string => {
  const [role] = splitOwner(owner);
  return notices.roles[role];
};
