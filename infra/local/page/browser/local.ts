import { CityAtlas } from '../../../../bots/channels/web/page/CityAtlas.ts';
import { element, part } from '../../../../bots/channels/web/page/element.ts';
import type { CaseLine } from '../../../../shared/contracts/web.ts';
import { CasePanel } from './CasePanel.ts';
import { ClockBar } from './ClockBar.ts';
import { ENDED } from './ended.ts';
import { LocalDoor, type LocalPerson } from './LocalDoor.ts';
import { LogStrip } from './LogStrip.ts';
import { MapPanel } from './MapPanel.ts';
import { Phones } from './Phones.ts';
import { phrases } from './phrases.ts';
import { WidgetFrame } from './WidgetFrame.ts';

/** After a step of the run, wait for the steps that follow it before looking; then once more for a slow one. */
const SETTLE_MS = [400, 2_000];
const STATE_MS = 15_000;
const MOVING_MS = 1_000;
/** What could not be had is asked for again. */
const RETRY_MS = 3_000;

const door = new LocalDoor();
let people: readonly LocalPerson[] = [];
let cases: readonly CaseLine[] = [];
/** Whose token can see a case. */
const seenBy = new Map<string, string>();
let chosen: string | undefined;
let map: MapPanel | undefined;

const phones = new Phones(part('phones'), () => void newResident());
const panel = new CasePanel((number) => choose(number));
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

const readState = async (): Promise<void> => {
  try {
    const state = await door.state();
    clock.read(state);
    people = state.people;
    phones.draw(people);
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
  const lists = await Promise.all(
    people.map(async ({ token }) => ({ token, lines: await door.cases(token) })),
  );
  const known = new Map<string, CaseLine>();
  for (const { token, lines } of lists) {
    for (const line of lines) {
      const other = known.get(line.number);
      if (other === undefined || other.version < line.version) known.set(line.number, line);
      if (!seenBy.has(line.number)) seenBy.set(line.number, token);
    }
  }
  for (const number of known.keys()) if (!met.has(number)) met.set(number, met.size);
  cases = [...known.values()].toSorted(newestFirst);
};

const draw = async (): Promise<void> => {
  const line = cases.find(({ number }) => number === chosen) ?? cases[0];
  panel.list(cases, line?.number);
  map?.draw(cases, line?.number);
  const token = line && seenBy.get(line.number);
  if (line && token) panel.show(line, await door.case(line.number, token));
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

const tab = (key: keyof typeof phrases.tabs): HTMLButtonElement =>
  element(
    'button',
    {
      attributes: { type: 'button', role: 'tab', 'data-tab': key, 'aria-selected': 'false' },
      on: { click: () => show(key) },
    },
    phrases.tabs[key],
  );

/** On a narrow screen one part is seen at a time. */
const show = (key: string): void => {
  document.body.setAttribute('data-tab', key);
  for (const each of document.querySelectorAll('[data-tab][role=tab]')) {
    each.setAttribute('aria-selected', `${each.getAttribute('data-tab') === key}`);
  }
};

part('tabs').append(...(Object.keys(phrases.tabs) as (keyof typeof phrases.tabs)[]).map(tab));
show('resident');

new LogStrip(afterStep, () => void refresh());
setInterval(() => void readState(), STATE_MS);
