import { queryObjects } from 'node:v8';
import { cities, type ServedCity } from '../../functions/wiring/cities.ts';
import { manifestSchema, PARTS } from '../../shared/city/cityParts.ts';
import { publishCity } from '../../shared/city/publishCity.ts';
import { readCity } from '../../shared/city/readCity.ts';
import { staffingStore } from '../../shared/city/staffingStore.ts';
import { memoryCityVersions } from '../../shared/store/memory/memoryCity.ts';
import { filesOf, smallCity, TODAY } from '../city/smallCity.ts';
import { memoryBlobs } from '../support/memoryBlobs.ts';

const START = Date.parse(`${TODAY}T10:00:00+08:00`);
const LEAF = '990101001001001';

/** The small city, in all its parts another one each time; `rules` alone of another one. */
const cityOf = (round: number, rules = round) => {
  const text = (file: string): string => smallCity[file] ?? '';
  const { city } = readCity(
    filesOf({
      ...smallCity,
      'city.yaml': text('city.yaml').replace('rounds: 2', `rounds: ${rules + 1}`),
      'areas.geojson': text('areas.geojson')
        .replace('小城', `小城${round}`)
        .replaceAll('121.47,', `121.4${round + 50},`),
      'places.csv': text('places.csv').replace('东门', `东门${round}`),
      'ledger.csv': text('ledger.csv').replace('李建国', `李建国${round}`),
    }),
    TODAY,
  );
  if (!city) throw new Error('The city is not sound');
  return city;
};

/** A process that serves the city, and what it read, as long as something holds on to it. */
const setUp = async () => {
  const { blobs } = memoryBlobs();
  const versions = memoryCityVersions();
  const read: { readonly name: string; readonly bytes: WeakRef<Uint8Array> }[] = [];
  const clock = { now: START };
  const names = new Map<string, string>();
  const now = () => clock.now;
  const serve = (): ServedCity =>
    cities('small', {
      versions,
      now,
      blobs: {
        ...blobs,
        getPart: async (city, hash) => {
          const bytes = new Uint8Array(await blobs.getPart(city, hash));
          read.push({ name: names.get(hash) ?? '', bytes: new WeakRef(bytes) });
          return bytes;
        },
      },
    });
  const publish = async (round: number, rules = round): Promise<string> => {
    const { version } = cityOf(round, rules);
    await publishCity(cityOf(round, rules), { blobs, store: versions, now });
    const manifest = (await blobs.getManifest('small', version)) ?? new Uint8Array();
    const { parts } = manifestSchema.parse(JSON.parse(new TextDecoder().decode(manifest)));
    for (const [name, hash] of Object.entries(parts)) names.set(hash, name);
    clock.now += 31_000;
    return version;
  };
  const takeRead = (): readonly string[] => read.splice(0).map(({ name }) => name);
  return { serve, publish, read, takeRead, blobs, versions, clock };
};

/** Asks for a person, an area, a place and a point, and lets go of all but a weak hold on what was unpacked. */
const askAll = async (served: ServedCity) => {
  const know = await served.current();
  const [row] = know.holders('supervisor', LEAF, TODAY);
  const area = know.area(LEAF);
  if (!row || !area || know.findPlaces('建设路1号').length === 0) throw new Error('The city does not answer');
  expect(know.locate({ lng: 121.475, lat: 31.235 })).toBe(area);
  expect(know.shapeOf('990101')).not.toEqual([]);
  return { row: new WeakRef(row), area: new WeakRef(area) };
};

const staffingOf = async (served: ServedCity) => new WeakRef((await served.current()).staffing);

/** Counting the instances of a class collects all garbage first. */
const collectGarbage = async (): Promise<void> => {
  await new Promise((resolve) => setImmediate(resolve));
  queryObjects(class Nothing {});
};
const isAlive = (held: WeakRef<object>): boolean => held.deref() !== undefined;

test('of what is big only that of two versions is kept, however many were in force one after the other', async () => {
  const { serve, publish, read } = await setUp();
  const served = serve();
  const unpacked: Awaited<ReturnType<typeof askAll>>[] = [];
  for (let round = 1; round <= 6; round++) {
    await publish(round);
    unpacked.push(await askAll(served));
  }
  await collectGarbage();
  expect(unpacked.map(({ row }) => isAlive(row))).toEqual([false, false, false, false, true, true]);
  expect(unpacked.map(({ area }) => isAlive(area))).toEqual([false, false, false, false, true, true]);
  const alive = PARTS.map((name) => [
    name,
    read.filter((one) => one.name === name && isAlive(one.bytes)).length,
  ]);
  expect(Object.fromEntries(alive)).toEqual({
    rules: 6,
    areas: 6,
    places: 2,
    ledger: 2,
    grid: 2,
    outlines: 2,
  });
});

test('cases of older versions ask for rules and areas alone', async () => {
  const { serve, publish, takeRead } = await setUp();
  const first = await publish(1);
  await publish(2);
  const served = serve();
  const rules = await served.at(first);
  expect([rules.city.rounds, rules.city.version]).toEqual([2, first]);
  expect(rules.lineage(LEAF).at(-1)?.name).toBe('小城1');
  expect(rules.route('01037', LEAF)).toMatchObject({ found: true, unit: 'U03' });
  expect(takeRead().toSorted()).toEqual(['areas', 'rules']);
});

test('a case of the version in force and the people in force are one city', async () => {
  const { serve, publish } = await setUp();
  const version = await publish(1);
  const served = serve();
  expect(await served.at(version)).toBe(await served.current());
});

test('the rules of sixteen versions are kept', async () => {
  const { serve, publish, takeRead } = await setUp();
  const published: string[] = [];
  for (let round = 1; round <= 18; round++) published.push(await publish(round));
  const served = serve();
  await served.current();
  const pinned = published.slice(0, 16);
  for (const version of pinned) await served.at(version);
  takeRead();
  for (const version of pinned) expect((await served.at(version)).city.version).toBe(version);
  expect(takeRead()).toEqual([]);
  await served.at(published[16] ?? '');
  await served.at(pinned[0] ?? '');
  expect(takeRead().toSorted()).toEqual(['areas', 'areas', 'rules', 'rules']);
});

test('of parts, too, those are kept that were asked for last, not those that were loaded last', async () => {
  const { serve, publish, takeRead } = await setUp();
  const published: string[] = [];
  for (const round of [1, 2, 3]) published.push(await publish(round));
  const like1 = await publish(1, 9);
  const served = serve();
  const [first = '', second = '', third = ''] = published;
  for (const version of [first, second, first, third]) await served.under(version, undefined);
  takeRead();
  await served.under(like1, undefined);
  expect(takeRead()).toEqual(['rules']);
});

test('of the staffing two stages are kept', async () => {
  const { serve, publish, blobs, versions, clock } = await setUp();
  await publish(1);
  const served = serve();
  const store = staffingStore('small', { blobs, versions });
  const stages: WeakRef<object>[] = [];
  for (let day = 1; day <= 5; day++) {
    const { name } = await store.load();
    const after = { bindings: {}, leaves: [{ person: 'S001', from: `2027-01-0${day}` }] };
    await store.save(name, after, { at: day, kind: 'leave', person: 'S001', by: 'S001', words: '' });
    clock.now += 31_000;
    stages.push(await staffingOf(served));
  }
  await collectGarbage();
  expect(stages.map(isAlive)).toEqual([false, false, false, true, true]);
});
