import { answersFor, postHolders, splitOwner } from '../../shared/domain/case/answersFor.ts';
import { type Case, ENDED, type Owner } from '../../shared/domain/case/Case.ts';
import { isReporter, reportersOf } from '../../shared/domain/case/isReporter.ts';
import { turnsOf } from '../../shared/domain/case/turnsOf.ts';
import type { Play } from './Play.ts';
import type { Message } from './Step.ts';
import { must } from './Violation.ts';

/** More than the longest way from anywhere to the end takes. */
const MOST = 60;

/** From wherever a case is, people who do what is asked of them bring it to its end: nothing is ever stuck. */
export const endWithGoodWill = async (play: Play, name: string): Promise<void> => {
  for (let i = 0; i < MOST; i++) {
    const state = stateOf(play, name);
    if (ENDED.has(state.stage)) return;
    must(await anyStep(play, name, state), 'people of good will bring every case to its end', () => ({
      stage: state.stage,
      owner: state.owner,
      tasks: state.tasks,
      turns: turnsOf(state),
    }));
  }
  must(false, 'people of good will bring every case to its end', () => stateOf(play, name));
};

const stateOf = (play: Play, name: string): Case => {
  const found = play.cases.find((one) => one.name === name);
  if (!found) throw new Error(`There is no case ${name}`);
  return found.state;
};

/** Whether one of the things that help happened. */
const anyStep = async (play: Play, name: string, state: Case): Promise<boolean> => {
  for (const command of helping(state))
    for (const who of spokenLast(state, whoCan(play, state, command))) {
      const { version } = stateOf(play, name);
      await play.step({ says: { id: `g${play.said.size}`, who, on: name, command } });
      if (stateOf(play, name).version > version) return true;
    }
  return false;
};

const spokenLast = (state: Case, people: readonly string[]): readonly string[] =>
  people.toSorted((a, b) => Number(hasSpoken(state, a)) - Number(hasSpoken(state, b)));

/** Who thinks again is heard again: mostly nothing comes of it. */
const hasSpoken = ({ stage, opinions = [], voices = [] }: Case, who: string): boolean =>
  (stage === 'consulting' && opinions.some(({ person }) => person === who)) ||
  (stage === 'rating' && voices.some(({ reporter, overall }) => reporter === who && overall === 'A'));

const helping = (state: Case): readonly Message['command'][] => {
  if (state.request) return [{ type: 'approve' }, { type: 'reject', reason: '不同意' }, ...ofStage(state)];
  return ofStage(state);
};

const ofStage = (state: Case): readonly Message['command'][] => {
  const supply = (state.owed ?? []).map(
    ({ code }) => ({ type: 'supply', material: code, text: '补上了' }) as const,
  );
  switch (state.stage) {
    case 'verifying':
      return [{ type: 'verify' }];
    case 'screening':
      return [{ type: 'accept' }, { type: 'decline', reason: '不受理' }];
    case 'dispatching':
      return [
        { type: 'conclude', reason: '到此为止' },
        ...['U03', 'U01', 'U02'].map((unit) => ({ type: 'dispatch', unit }) as const),
      ];
    case 'assigned':
    case 'handling':
      return [{ type: 'sign' }, ...supply, { type: 'finish', report: '办好了', photos: [] }];
    case 'checking':
      // Some are found bad as often as it takes until the level above decides.
      return Number(state.number) % 4 === 0
        ? [{ type: 'fail', reason: '没好' }, { type: 'pass' }]
        : [{ type: 'pass' }];
    case 'rating':
      return [
        { type: 'visit', agreed: true, words: '可以了' },
        { type: 'rate', rating: { overall: 'A' } },
      ];
    case 'waiting':
      return [{ type: 'supplement', text: '这样' }];
    case 'consulting':
      return [{ type: 'opine', accept: true, words: '可以' }];
    case 'suspended':
      return [{ type: 'resume' }];
    default:
      return [];
  }
};

const whoCan = (play: Play, state: Case, { type }: Message['command']): readonly string[] => {
  const { now, ledger } = play.world;
  if (type === 'rate' || type === 'supplement' || type === 'supply') return reportersOf(state);
  const posts: readonly Owner[] = [
    ...turnsOf(state),
    ...state.tasks.map(({ unit }): Owner => `unit@${unit}`),
  ];
  const people = posts.flatMap((post) =>
    splitOwner(post)[0] === 'resident'
      ? []
      : postHolders(post, state.leaf, now, ledger).map(({ person }) => person),
  );
  return [...new Set(people)].filter(
    (person) => answersFor(person, state, now, ledger) || isReporter(person, state),
  );
};
