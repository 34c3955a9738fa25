import { Bubbles } from './Bubbles.ts';
import { CityAtlas } from './CityAtlas.ts';
import type { Degrees } from './CityShape.ts';
import { Composer } from './Composer.ts';
import { element, part } from './element.ts';
import { Feed, type FeedState } from './Feed.ts';
import { Identity } from './Identity.ts';
import { Outbox } from './Outbox.ts';
import { PhotoSheet } from './PhotoSheet.ts';
import { PlaceSheet } from './PlaceSheet.ts';
import { phrases } from './phrases.ts';
import { type Item, Timeline } from './Timeline.ts';
import { Transcript } from './Transcript.ts';
import { WebDoor } from './WebDoor.ts';

/** Conversations are long and phones are small: begin with the last so many turns. */
const BEGIN_WITH = 60;
/** Turns fetched by the button for older ones. */
const OLDER = 100;
const CURSOR_KEY = 'wangge.seen';
const WORKING_MS = 10_000;

const { socketUrl } = JSON.parse(part('config').textContent ?? '') as { readonly socketUrl: string };
const identity = new Identity();
const door = new WebDoor(identity);
const timeline = new Timeline();
const status = part('status');
let feed: Feed | undefined;
let feedState: FeedState = 'live';
let working: ReturnType<typeof setTimeout> | undefined;
let placeSheet: Promise<PlaceSheet> | undefined;

const tellState = (): void => {
  status.textContent =
    working !== undefined && feedState !== 'offline' ? phrases.state.working : phrases.state[feedState];
  status.className = feedState;
};

const setWorking = (on: boolean): void => {
  clearTimeout(working);
  working = on ? setTimeout(() => setWorking(false), WORKING_MS) : undefined;
  tellState();
};

const signedOut = (): void => {
  feed?.stop();
  composer.close();
  const again = element('button', { class: 'primary', attributes: { type: 'button' } }, phrases.startAnew);
  again.addEventListener('click', () => {
    identity.forget();
    location.replace(location.pathname + location.search);
  });
  part('banner').replaceChildren(element('p', {}, phrases.signedOut), again);
  part('banner').hidden = false;
};

/** The key under which this device remembers how far it has read; not needed across people sharing a framed page. */
const rememberSeen = (): void => {
  if (window.top === window && timeline.lastSeq > 0) localStorage.setItem(CURSOR_KEY, `${timeline.lastSeq}`);
};

const seenBefore = (): number => {
  const seen = window.top === window ? Number(localStorage.getItem(CURSOR_KEY) ?? 0) : 0;
  return Number.isSafeInteger(seen) ? Math.max(0, seen - BEGIN_WITH) : 0;
};

const listen = async (from: number): Promise<void> => {
  timeline.hasOlder = from > 0;
  feed = new Feed(door, socketUrl, from, {
    messages: (messages) => {
      const fresh = timeline.receive(messages);
      if (fresh > 0) setWorking(false);
      rememberSeen();
      transcript.draw(fresh);
    },
    state: (state) => {
      const back = feedState === 'offline' && state !== 'offline';
      feedState = state;
      tellState();
      if (back) greet();
    },
    signedOut,
  });
  await feed.start();
};

const outbox = new Outbox(door, timeline, {
  changed: () => transcript.draw(),
  taken: (answer) => {
    // The answer may have been pushed before this one's receipt came.
    setWorking(timeline.items().at(-1)?.own ?? true);
    if (feed === undefined) {
      part('welcome').hidden = true;
      void listen(0);
    } else feed.expect(answer);
  },
  signedOut,
});

/** The cell whose posted code opened this page; what cannot be one is passed over. */
const cell = /^[\w-]{1,40}$/u.exec(new URLSearchParams(location.search).get('cell') ?? '')?.[0];

/** Whoever comes by a link and has heard nothing yet is greeted, as soon as it is known that there is nothing; by a code, always. */
const greet = (): void => {
  const begins = timeline.lastSeq === 0 || cell !== undefined;
  if (begins && feedState !== 'offline') outbox.greet(cell);
};

const loadOlder = async (): Promise<void> => {
  const after = Math.max(0, timeline.firstSeq - 1 - OLDER);
  const { messages } = await door.messages(after, OLDER);
  timeline.receive(messages);
  timeline.hasOlder = messages.some(({ seq }) => seq === after + 1) && after > 0;
};

const sheet = (): Promise<PlaceSheet> => {
  placeSheet ??= door.areas().then((areas) => {
    const atlas = new CityAtlas(areas, (box) => door.areas(box));
    bubbles.atlas = atlas;
    transcript.draw();
    return new PlaceSheet(atlas);
  });
  placeSheet.catch(() => {
    placeSheet = undefined;
  });
  return placeSheet;
};

const withSheet = async (act: (opened: PlaceSheet) => void | Promise<void>): Promise<void> => {
  try {
    await act(await sheet());
  } catch {
    composer.note(phrases.placeFailed);
  }
};

const pickPlace = (): void =>
  void withSheet(async (opened) => {
    const place = await opened.ask();
    if (place) outbox.say({ kind: 'place', ...place });
  });

const showPlace = (place: Degrees & { readonly name: string }): void =>
  void withSheet((opened) =>
    opened.show({ ...place, id: 'place', title: place.name || phrases.place, tone: 'chosen' }),
  );

const refreshPhoto = async (item: Item): Promise<void> => {
  const { messages } = await door.messages(item.order[0] - 1, 1).catch(() => ({ messages: [] }));
  timeline.refreshPhotos(messages);
  transcript.draw();
};

const say = (text: string): void => {
  outbox.say({ kind: 'text', text });
  transcript.toEnd();
};

/** Shown while there is no conversation: somebody who only looks costs nothing. */
const welcome: Item = { own: false, id: 'welcome', order: [0, 0], at: 0, reply: { text: phrases.welcome } };

const photoSheet = new PhotoSheet();
const bubbles = new Bubbles({
  press: (card, choice) => (card === undefined ? say(choice) : outbox.say({ kind: 'press', card, choice })),
  pickPlace,
  pickPhoto: () => composer.pickPhoto(),
  showPlace,
  showPhoto: (url) => photoSheet.show(url),
  refreshPhoto: (item) => void refreshPhoto(item),
  retry: (id) => outbox.retry(id),
  discard: (id) => outbox.discard(id),
});
const transcript = new Transcript(part('transcript'), timeline, bubbles, loadOlder);
const composer = new Composer({
  say,
  sayPhotos: (files) => {
    composer.note('');
    for (const file of files) {
      const refused = outbox.sayPhoto(file);
      if (refused) composer.note(refused);
    }
    transcript.toEnd();
  },
  pickPlace,
});

part('welcome').append(bubbles.draw(welcome, { newest: false, pressed: undefined }));
transcript.draw();
tellState();
if (identity.token === undefined) {
  part('welcome').hidden = false;
  if (cell !== undefined) outbox.greet(cell);
} else {
  void listen(seenBefore()).then(greet);
}
// Drawn places need the map; nobody waits for it.
void sheet().catch(() => undefined);
