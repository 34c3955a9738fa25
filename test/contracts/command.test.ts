import {
  type AskedCommand,
  commandRequestSchema,
  commandSchema,
  type OpenCommand,
  openRequestSchema,
} from '../../shared/contracts/command.ts';
import type { CaseCommand } from '../../shared/domain/case/CaseCommand.ts';

/** The same type, optional fields and all, but for what is only read. */
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

/** What only the clock, and other cases, ask. */
type NotAsked = 'tick' | 'join' | 'unmerge' | 'handOver';
type Asked = Exclude<CaseCommand, { type: NotAsked | 'open' }>;
type Without<T, Type> = Exclude<T, { type: Type }>;

const NAMES: Same<AskedCommand['type'], Asked['type']> = true;
const FIELDS: Same<Without<AskedCommand, 'merge'>, Without<Asked, 'merge'>> = true;
/** The number alone is given, and the rest is looked up. */
const MERGE: Same<Extract<AskedCommand, { type: 'merge' }>, { type: 'merge'; into: string }> = true;
const OPEN: Same<OpenCommand, Omit<Extract<CaseCommand, { type: 'open' }>, 'reporter'>> = true;

test('what may be asked is what the domain knows, field by field', () => {
  expect([NAMES, FIELDS, MERGE, OPEN]).toEqual([true, true, true, true]);
});

const KEY = 'photos/web.r-1/1';
const asked = (command: object) => commandRequestSchema.safeParse({ id: 'a', command });

test.each([
  [{ type: 'sign' }],
  [{ type: 'finish', report: '换了灯泡', photos: [KEY] }],
  [{ type: 'supplement', photos: [KEY] }],
  [{ type: 'transfer', to: { person: 'H003' } }],
  [{ type: 'transfer', to: { unit: 'U21' } }],
  [{ type: 'extend', by: '2wd', reason: '配件在路上' }],
  [{ type: 'rate', rating: { overall: 'D', openness: 'A' } }],
  [{ type: 'dispatch', unit: 'U03', assist: [{ unit: 'U02' }, { unit: 'U01', after: 'U02' }] }],
  [{ type: 'merge', into: '202609280000001' }],
])('%j passes as it is', (command) => {
  expect(asked(command).data).toEqual({ id: 'a', command });
});

test.each([
  ['a command that is the clock’s', { type: 'tick' }, 'command.type'],
  ['one that follows from another case', { type: 'unmerge' }, 'command.type'],
  ['joining', { type: 'join', child: '202609280000001', cases: [] }, 'command.type'],
  ['a hand-over', { type: 'handOver', from: [], to: [] }, 'command.type'],
  ['opening a second time', { type: 'open' }, 'command.type'],
  ['what the case is called with', { type: 'sign', by: 'H003' }, 'command'],
  ['a report that says nothing', { type: 'finish', report: ' \u200b ', photos: [] }, 'command.report'],
  ['words without end', { type: 'decline', reason: 'x'.repeat(2_001) }, 'command.reason'],
  ['ten photos', { type: 'supplement', photos: Array(10).fill(KEY) }, 'command.photos'],
  ['a key of one’s own making', { type: 'supplement', photos: ['../../etc'] }, 'command.photos.0'],
  ['a limit that is none', { type: 'extend', by: '0wd', reason: '等' }, 'command.by'],
  ['a grade that is none', { type: 'rate', rating: { overall: 'E' } }, 'command.rating.overall'],
  ['another case that is none', { type: 'merge', into: '12' }, 'command.into'],
  ['what only looking can tell', { type: 'merge', into: { number: '202609280000001' } }, 'command.into'],
  ['a person who is no code', { type: 'transfer', to: { person: '张三' } }, 'command.to.person'],
  [
    'a place off the earth',
    { type: 'correct', place: { lng: 200, lat: 31, name: '路' } },
    'command.place.lng',
  ],
])('%s does not, and the field is named', (_what, command, field) => {
  const { error } = asked(command);
  expect(error?.issues[0]?.path.join('.')).toBe(field);
});

const open = (more: object = {}) =>
  openRequestSchema.safeParse({
    id: 'a',
    command: {
      type: 'open',
      service: '01037',
      place: { lng: 121.4, lat: 31.2, name: '建设路12号' },
      text: '路灯坏了',
      photos: [],
      ...more,
    },
  });

test('a report is taken with all that belongs to it', () => {
  const more = {
    condition: 'a',
    phone: '13800010007',
    privacy: 'confidential',
    about: 'U03',
    patrol: { solved: { report: '换好了', photos: [KEY] } },
    owes: { materials: ['b'], promise: '三天内交' },
  };
  expect(open(more).data?.command).toMatchObject(more);
});

test.each([
  ['whose it is', { reporter: 'web:r-2' }, 'command'],
  ['a telephone that is none', { phone: '<script>' }, 'command.phone'],
  ['a promise of nothing', { owes: { materials: [], promise: '好' } }, 'command.owes.materials'],
])('%s cannot be said in it', (_what, more, field) => {
  expect(open(more).error?.issues[0]?.path.join('.')).toBe(field);
});

test('words are kept without what cannot be seen', () => {
  const { data } = asked({ type: 'return', reason: '  不是\u202e我们\u200b的 ' });
  expect(data?.command).toEqual({ type: 'return', reason: '不是我们的' });
  expect(commandSchema.options.length).toBeGreaterThan(30);
});
