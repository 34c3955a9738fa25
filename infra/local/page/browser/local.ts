import { CityAtlas } from '../../../../bots/channels/web/page/CityAtlas.ts';
import { part } from '../../../../bots/channels/web/page/element.ts';
import type { CaseLine } from '../../../../shared/contracts/web.ts';
import type { DemoPerson, PhoneOf } from '../../control/Phone.ts';
import { CasePanel } from './CasePanel.ts';
import { ClockBar } from './ClockBar.ts';
import { ENDED } from './ended.ts';
import { LocalDoor, type LocalState } from './LocalDoor.ts';
import { LogStrip } from './LogStrip.ts';
import { MapPanel } from './MapPanel.ts';
import { PhonePicker } from './PhonePicker.ts';
import { MOST_PHONES, Phones } from './Phones.ts';
import { phrases } from './phrases.ts';
import { Tabs } from './Tabs.ts';
import { WidgetFrame } from './WidgetFrame.ts';

/** After a step of the run, wait for the steps that follow it before looking; then once more for a slow one. */
const SETTLE_MS = [400, 2_000];
const STATE_MS = 15_000;
const MOVING_MS = 1_000;
/** What could not be had is asked for again. */
const RETRY_MS = 3_000;

const door = new LocalDoor();
let people: readonly DemoPerson[] = [];
let cases: readonly CaseLine[] = [];
let chosen: string | undefined;
let map: MapPanel | undefined;

const isOpen = (conversation: string): boolean => people.some((one) => one.conversation === conversation);
const openPhone = async (who: PhoneOf, key?: string): Promise<void> => {
  const state = await door.openPhone(who, key);
  take(state);
  tabs.show(state.opened);
  await look();
};
const phones = new Phones(part('phones'), {
  newResident: () => void newResident(),
  change: ({ key }) => picker.ask(key),
  putAway: (key) =>
    void door
      .closePhone(key)
      .then(take)
      .then(look)
      .catch(() => undefined),
});
const tabs = new Tabs((key) => phones.show(key));
const picker = new PhonePicker({
  find: (words, role) => door.posts(words, role),
  open: openPhone,
  isOpen: ({ conversation }) => isOpen(conversation),
});
const more = part<HTMLButtonElement>('morePhones');
more.addEventListener('click', () => picker.ask(undefined));
const panel = new CasePanel({
  choose: (number) => choose(number),
  isOpen,
  isFull: () => people.length >= MOST_PHONES,
  open: openPhone,
});
const clock = new ClockBar(async (advance) => {
  soon(MOVING_MS, readState);
  const moved = await door.moveClock(advance);
  await Promise.all([readState(), look()]);
  return moved;
});
const widget = new WidgetFrame(door);

const planned = new Set<() => Promise<void>>();
const soon = (wait: number, act: () => Promise<void>): void => {
  if (planned.has(act)) return;
  planned.add(act);
  setTimeout(() => {
    planned.delete(act);
    void act();
  }, wait);
};

const take = (state: LocalState): void => {
  clock.read(state);
  people = state.people;
  phones.draw(people);
  tabs.draw(people);
  more.disabled = people.length >= MOST_PHONES;
  more.title = more.disabled ? phrases.most(MOST_PHONES) : '';
};

const readState = async (): Promise<void> => {
  try {
    take(await door.state());
  } catch {
    phones.failed();
    soon(RETRY_MS, refresh);
  }
  if (clock.moving) soon(MOVING_MS, readState);
};

const readMap = async (): Promise<void> => {
  try {
    map ??= new MapPanel(new CityAtlas(await door.areas(), (box) => door.areas(box)), choose);
  } catch {
    soon(RETRY_MS, refresh);
  }
};

const newResident = async (): Promise<void> => {
  await door.newPeople().catch(() => undefined);
  await readState();
  await look();
};

/** When this page first met each case: while the clock stands still, all are opened at the same instant. */
const met = new Map<string, number>();
const newestFirst = (a: CaseLine, b: CaseLine): number =>
  b.openedAt - a.openedAt ||
  Number(ENDED.includes(a.stage)) - Number(ENDED.includes(b.stage)) ||
  (met.get(b.number) ?? 0) - (met.get(a.number) ?? 0);

/** Everyone's cases together, newest first; the newest is shown until somebody chooses. */
const readCases = async (): Promise<void> => {
  const lists = await Promise.all(people.map(({ token }) => door.cases(token)));
  const known = new Map<string, CaseLine>();
  for (const line of lists.flat()) {
    const other = known.get(line.number);
    if (other === undefined || other.version < line.version) known.set(line.number, line);
  }
  for (const number of known.keys()) if (!met.has(number)) met.set(number, met.size);
  cases = [...known.values()].toSorted(newestFirst);
};

const draw = async (): Promise<void> => {
  const line = cases.find(({ number }) => number === chosen) ?? cases[0];
  panel.list(cases, line?.number);
  map?.draw(cases, line?.number);
  if (line) panel.show(await door.case(line.number));
};

let looking = false;
let lookAgain = false;
/** One look at a time; asked again meanwhile, it looks once more. */
const look = async (): Promise<void> => {
  lookAgain = true;
  if (looking || people.length === 0) return;
  looking = true;
  while (lookAgain) {
    lookAgain = false;
    const looks = await Promise.allSettled([readCases().then(draw), widget.refresh()]);
    if (looks.some(({ status }) => status === 'rejected')) soon(RETRY_MS, refresh);
  }
  looking = false;
};

let refreshing: Promise<void> | undefined;
/** Everything that is on the page. As long as something cannot be had it comes round again: the run may be starting. */
const refresh = (): Promise<void> => {
  refreshing ??= Promise.all([readState(), readMap()])
    .then(look)
    .finally(() => {
      refreshing = undefined;
    });
  return refreshing;
};

const choose = (number: string): void => {
  chosen = number;
  void draw().catch(() => undefined);
};

/** Who tells people of a case's history, or moves it, has just worked: the lists follow in a moment, by another function. */
const settled = SETTLE_MS.map((wait) => ({ wait, act: () => look() }));
const afterStep = (line: string): void => {
  if (/\b(?:notify|project|tickCase)\b/u.test(line)) for (const { wait, act } of settled) soon(wait, act);
};

new LogStrip(afterStep, () => void refresh());
setInterval(() => void readState(), STATE_MS);
