import { postHolders, splitOwner } from '../../shared/domain/case/answersFor.ts';
import type { Case, Owner } from '../../shared/domain/case/Case.ts';
import { RULES } from '../../shared/domain/case/decide.ts';
import { deskOf } from '../../shared/domain/case/deskOf.ts';
import { reportersOf } from '../../shared/domain/case/isReporter.ts';
import { nextDue } from '../../shared/domain/case/nextDue.ts';
import { unitsOf } from '../../shared/domain/case/unitsOf.ts';
import { knowLoop } from '../support/loopCity.ts';
import { makeCommand, PLACES, RESIDENTS, STAFF, TYPES, usualCommands } from './candidates.ts';
import type { Play } from './Play.ts';
import type { Crash, Message, Step } from './Step.ts';

/** Chance as a list of numbers that fast-check gave, so that it can shrink them. */
export class Chance {
  private i = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  next(): number {
    const at = this.i++;
    // Beyond the numbers given: as good as any, and always the same.
    return this.numbers[at] ?? Math.imul((this.numbers[0] ?? 0) + at * 7_919, 2_654_435_761) >>> 1;
  }

  readonly pick = <T>(of: readonly T[]): T => {
    const found = of[this.next() % of.length];
    return found as T;
  };

  /** Once in `of`. */
  once(of: number): boolean {
    return this.next() % of === of - 1;
  }
}

const MINUTES = [0, 1, 5, 20, 45, 60, 121, 240, 480, 961, 1_440, 2_880, 7_200, 10_080, 20_160] as const;

type Choose = (play: Play, chance: Chance) => Step;

/** What may happen, and in how many of so many cases it does. */
const WAYS: readonly (readonly [weight: number, Choose])[] = [
  [14, (play, chance) => ({ says: say(play, chance), ...crash(chance) })],
  [
    1,
    (play, chance) => (play.cases.length < 4 ? { says: open(play, chance), ...crash(chance) } : { wait: 30 }),
  ],
  [2, (play, chance) => both(play, chance)],
  [1, (play, chance) => ({ again: chance.pick([...play.said.keys()]), ...crash(chance) })],
  [4, (play, chance) => ({ wait: chance.once(2) ? untilDue(play, chance) : chance.pick(MINUTES) })],
  [3, (play, chance) => told(play, chance)],
  [1, (play, chance) => listed(play, chance)],
  [1, (_play, chance) => ({ sweep: true, ...crash(chance) })],
  [3, (play, chance) => ticked(play, chance)],
  [
    1,
    (play, chance) =>
      chance.once(2) ? { release: true, ...crash(chance) } : { lose: chance.pick(play.cases).name },
  ],
  [1, (_play, chance) => ({ city: chance.pick(['loop-1', 'loop-2', 'loop-3']) })],
];
const EACH = WAYS.flatMap(([weight, choose]) => Array.from({ length: weight }, () => choose));

/** What happens next. */
export const chooseStep: Choose = (play, chance) =>
  play.cases.length === 0 ? { says: open(play, chance) } : chance.pick(EACH)(play, chance);

const ticked: Choose = (play, chance) => ({
  tick: chance.pick(play.cases).name,
  ...(chance.once(4) ? { keep: true as const } : {}),
  ...crash(chance),
});

const crash = (chance: Chance): { readonly crash?: Crash } =>
  chance.once(6)
    ? { crash: { at: 1 + (chance.next() % 9), effect: chance.pick(['before', 'after'] as const) } }
    : {};

const open = (play: Play, chance: Chance): Message => {
  const { pick } = chance;
  const service = pick(['01037', '01037', '06010', '07001', '08001', 'Z2001', 'Z2002']);
  const reporter = pick(RESIDENTS);
  const isPatrol = chance.once(10);
  return {
    id: `m${play.said.size}`,
    who: isPatrol ? 'S1' : reporter,
    command: {
      type: 'open',
      service,
      place: pick([PLACES.west, PLACES.west, PLACES.east]),
      text: '东西坏了',
      photos: [],
      reporter: isPatrol ? 'web:S1' : reporter,
      phone: '13800138000',
      ...(service === '08001'
        ? { owes: { materials: pick([['plan'], ['plan', 'lease'], []]), promise: '三天内补交' } }
        : {}),
      ...(isPatrol ? { patrol: {} } : {}),
      ...(pick([0, 1, 2, 3]) === 3
        ? { about: pick(['U03', 'U01']), privacy: pick(['anonymous', 'confidential'] as const) }
        : {}),
    },
  };
};

/** Mostly what is usual there, by whoever may; now and then anything by anybody. */
const say = (play: Play, chance: Chance): Message => {
  const { name, state } = chance.pick(play.cases);
  const names = play.cases.map((one) => one.name);
  const usual = usualCommands(state);
  const type = chance.pick(usual.length > 0 && !chance.once(6) ? usual : TYPES);
  const command = makeCommand(type, chance.pick, names);
  const id = `m${play.said.size}`;
  const who = chance.once(9)
    ? chance.pick([...RESIDENTS, ...STAFF, 'clock'])
    : whoMay(play, state, command, chance);
  return { id, who, on: name, command };
};

const whoMay = (play: Play, state: Case, { type }: Message['command'], chance: Chance): string => {
  if (type === 'open') return chance.pick(RESIDENTS);
  const { who } = RULES[type];
  const { world } = play;
  const today = { now: world.now, rules: knowLoop(state.city), ledger: world.ledger };
  const post = (): Owner => {
    if (who === 'unit') return `unit@${chance.pick([...unitsOf(state), 'U03'])}`;
    if (who === 'approver') return state.request?.approver ?? state.owner;
    return who === 'desk' ? deskOf(state, today) : state.owner;
  };
  if (who === 'clock') return 'clock';
  if (who === 'reporter') return chance.pick(reportersOf(state));
  const owner = post();
  const [role, code] = splitOwner(owner);
  if (role === 'resident') return code;
  return chance.pick(postHolders(owner, state.leaf, world.now, world.ledger))?.person ?? 'L1';
};

const both = (play: Play, chance: Chance): Step => {
  const first = say(play, chance);
  const second = chance.once(3) ? { ...first } : { ...say(play, chance), on: first.on ?? '' };
  const other =
    second.id === first.id && second.command !== first.command ? { ...second, id: `${second.id}b` } : second;
  return { both: [first, other], lag: chance.next() % 12 };
};

const told = (play: Play, chance: Chance): Step => {
  const { toTell } = play.world;
  const isAgain = toTell.length === 0 || chance.once(4);
  if (!isAgain) {
    // In order, mostly.
    const place = chance.once(3) ? chance.pick(toTell) : toTell[0];
    if (place) return { notify: play.nameOf(place.number), seq: place.seq, ...crash(chance) };
  }
  const { name, state } = chance.pick(play.cases);
  return { notify: name, seq: 1 + (chance.next() % state.version), anew: true, ...crash(chance) };
};

const listed = (play: Play, chance: Chance): Step => {
  const { toList } = play.world;
  if (toList.length === 0) return { wait: 10 };
  const place = chance.pick(toList);
  return { project: play.nameOf(place.number), seq: place.seq, ...crash(chance) };
};

/** Right to the minute at which something falls due, or to the one before. */
const untilDue = (play: Play, chance: Chance): number => {
  const dues = play.cases.flatMap(({ state }) => nextDue(state) ?? []).filter((due) => due > play.world.now);
  if (dues.length === 0) return 60;
  return Math.max(0, Math.ceil((chance.pick(dues) - play.world.now) / 60_000) - (chance.once(3) ? 1 : 0));
};
