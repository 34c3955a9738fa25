import { gzipSync } from 'node:zlib';
import { cities } from '../../functions/wiring/cities.ts';
import { changeStaffing } from '../../shared/application/changeStaffing.ts';
import { hashOf, manifestSchema } from '../../shared/city/cityParts.ts';
import { publishCity } from '../../shared/city/publishCity.ts';
import { readCity } from '../../shared/city/readCity.ts';
import { staffingStore } from '../../shared/city/staffingStore.ts';
import type { City } from '../../shared/domain/city/City.ts';
import { streetsUnder } from '../../shared/domain/city/streetsUnder.ts';
import { memoryCityVersions } from '../../shared/store/memory/memoryCity.ts';
import { filesOf, smallCity, TODAY, withChange } from '../city/smallCity.ts';
import { memoryBlobs } from '../support/memoryBlobs.ts';

const START = Date.parse(`${TODAY}T10:00:00+08:00`);

const read = (texts: Readonly<Record<string, string>> = smallCity): City => {
  const { city } = readCity(filesOf(texts), TODAY);
  if (!city) throw new Error('The city is not sound');
  return city;
};

const setUp = async () => {
  const { blobs, objects } = memoryBlobs();
  const versions = memoryCityVersions();
  const clock = { now: START };
  const reads: string[] = [];
  const counted = {
    ...blobs,
    getPart: (city: string, hash: string) => {
      reads.push(hash);
      return blobs.getPart(city, hash);
    },
  };
  const now = () => clock.now;
  const publish = (city: City) => publishCity(city, { blobs, store: versions, now });
  await publish(read());
  const leftOut: (readonly string[])[] = [];
  const served = cities('small', {
    versions,
    blobs: counted,
    now,
    leftOut: (persons) => void leftOut.push(persons),
  });
  const staffing = staffingStore('small', { blobs, versions });
  const change = changeStaffing({ staffing, cities: served, now, pause: async () => undefined });
  return { served, publish, clock, reads, objects, blobs, change, versions, leftOut };
};

const NEXT = withChange('city.yaml', 'rounds: 2', 'rounds: 3');

describe('the city that functions serve', () => {
  test('a published version answers as the folder does, without polygons in its areas', async () => {
    const { served } = await setUp();
    const know = await served.current();
    const folder = read();
    expect(know.city.areas).toEqual(folder.areas.map(({ polygons: _shape, ...area }) => area));
    expect({ ...know.city.ledger }).toEqual({ ...folder.ledger });
    for (const { name, area } of folder.places) expect(know.findPlaces(name)).toMatchObject([{ name, area }]);
    for (const place of folder.places) expect(know.locate(place)?.code).toBe(place.area);
    for (const { code, polygons } of folder.areas.filter((area) => area.polygons))
      expect(know.shapeOf(code)).toEqual(polygons);
  });

  test('a new version is seen within a minute, and cases keep theirs', async () => {
    const { served, publish, clock } = await setUp();
    const before = await served.current();
    await publish(read(NEXT));
    expect((await served.current()).city.rounds).toBe(2);
    clock.now += 31_000;
    expect((await served.current()).city.rounds).toBe(3);
    expect((await served.at(before.city.version)).city.rounds).toBe(2);
  });

  test('leaves that cannot be read are told once, by whose they are, and the city is served', async () => {
    const { served, blobs, versions, leftOut, clock } = await setUp();
    const staffing = {
      bindings: {},
      leaves: [
        { person: 'S001', from: TODAY },
        { person: 'S002', from: '2026-02-30', phone: '13800010003' },
      ],
    };
    const spoilt = gzipSync(JSON.stringify(staffing));
    const after = `staffing/${hashOf(spoilt)}`;
    await blobs.putStaffing('small', after, spoilt);
    const line = { at: 0, kind: 'leave', person: 'S002', by: 'admin', words: '' } as const;
    await versions.setStaffing('small', { before: undefined, after, line });
    const know = await served.current();
    expect(know.staffing.leaves).toEqual([{ person: 'S001', from: TODAY }]);
    clock.now += 31_000;
    await served.current();
    expect(leftOut).toEqual([['S002']]);
  });

  test.each(['rules', 'grid'] as const)(
    'a part that is not what its name says is not served (%s)',
    async (name) => {
      const { served, objects } = await setUp();
      const [, bytes] = [...objects].find(([key]) => key.endsWith('.parts')) ?? [];
      const { parts } = manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      objects.set(
        `small/parts/${parts[name]}`,
        objects.get(`small/parts/${parts.areas}`) ?? new Uint8Array(),
      );
      await expect(served.current()).rejects.toThrow(/another content than its name says/u);
    },
  );

  test('a staffing that is not what its name says is not served, nor changed', async () => {
    const { served, blobs, objects, versions, change } = await setUp();
    const leave = (from: string) =>
      gzipSync(JSON.stringify({ bindings: {}, leaves: [{ person: 'S001', from }] }));
    const name = `staffing/${hashOf(leave(TODAY))}`;
    await blobs.putStaffing('small', name, leave(TODAY));
    const line = { at: 0, kind: 'leave', person: 'S001', by: 'admin', words: '' } as const;
    await versions.setStaffing('small', { before: undefined, after: name, line });
    objects.set(`small/${name}`, leave('2020-01-01'));
    await expect(served.current()).rejects.toThrow(/another content than its name says/u);
    await expect(change((after) => ({ kind: 'changed', after, line }))).rejects.toThrow(/another content/u);
  });

  test('versions that share parts load them once', async () => {
    const { served, publish, clock, reads } = await setUp();
    await served.current();
    const first = reads.length;
    await publish(read(NEXT));
    clock.now += 31_000;
    await served.current();
    expect(first).toBe(6);
    expect(reads).toHaveLength(7);
    expect(new Set(reads).size).toBe(7);
  });

  test('a version from before there were parts is opened whole', async () => {
    const { served, objects } = await setUp();
    for (const key of [...objects.keys()]) if (key.endsWith('.parts')) objects.delete(key);
    const know = await served.current();
    expect(know.locate(read().places[0] ?? { lng: 0, lat: 0 })?.code).toBe('990101001001001');
  });

  test('every version knows the streets of all, as soon as a publication has added to them', async () => {
    const { served, publish, clock, objects, versions, blobs } = await setUp();
    const first = (await served.current()).city.version;
    const renamed = Object.entries(smallCity).map(
      ([file, text]) => [file, text.replaceAll('990101001', '990101002')] as const,
    );
    await publish(read(Object.fromEntries(renamed)));
    clock.now += 31_000;
    const streets = ['990101001', '990101002'];
    const after = await served.current();
    expect(after.streetsEver).toEqual(streets);
    expect(streetsUnder('990101', after)).toEqual(streets.toReversed());
    expect((await served.under(first, undefined)).streetsEver).toEqual(streets);
    expect(await served.under(first, undefined)).toBe(await served.under(first, undefined));
    // A process that has asked for nothing else yet, and a version without parts.
    for (const key of [...objects.keys()]) if (key.endsWith('.parts')) objects.delete(key);
    const other = cities('small', { versions, blobs, now: () => clock.now });
    expect((await other.under(first, undefined)).streetsEver).toEqual(streets);
  });

  test('a load that failed is tried again', async () => {
    const { served, objects } = await setUp();
    const kept = new Map(objects);
    objects.clear();
    await expect(served.current()).rejects.toThrow();
    for (const [key, bytes] of kept) objects.set(key, bytes);
    expect((await served.current()).city.id).toBe('small');
  });

  test('a changed staffing is in force at once where it was changed, and stays through a publication', async () => {
    const { served, publish, clock, change } = await setUp();
    const person = read().ledger[0]?.person ?? '';
    const line = { kind: 'bound', person, by: 'admin', words: '' } as const;
    const bind = (conversation: string) =>
      change((before) => ({
        kind: 'changed',
        after: { ...before, bindings: { ...before.bindings, [person]: conversation } },
        line,
      }));
    expect(await bind('wechaty:wxid_1')).toMatchObject({ kind: 'done', changed: true });
    expect((await served.current()).personOf('wechaty:wxid_1')).toBe(person);
    await publish(read(NEXT));
    clock.now += 31_000;
    const know = await served.current();
    expect(know.city.rounds).toBe(3);
    expect(know.personOf('wechaty:wxid_1')).toBe(person);
    expect(know.conversationOf(person)).toBe('wechaty:wxid_1');
    expect(know.personOf(`web:${person}`)).toBeUndefined();
  });

  test('of two changes at the same time neither is lost', async () => {
    const { served, change, versions } = await setUp();
    const leave = (person: string) =>
      change((before) => ({
        kind: 'changed',
        after: { ...before, leaves: [...before.leaves, { person, from: TODAY }] },
        line: { kind: 'leave', person, by: person, words: '' },
      }));
    const people = ['P1', 'P2', 'P3', 'P4'];
    await Promise.all(people.map(leave));
    expect((await served.current()).staffing.leaves.map(({ person }) => person).toSorted()).toEqual(people);
    expect(await versions.staffingLines('small', 10)).toHaveLength(4);
  });

  test('what is kept does not grow with what was published: an old version is loaded again', async () => {
    const { served, publish, clock, reads } = await setUp();
    const first = (await served.current()).city.version;
    for (let rounds = 3; rounds < 23; rounds++) {
      await publish(read(withChange('city.yaml', 'rounds: 2', `rounds: ${rounds}`)));
      clock.now += 31_000;
      await served.current();
    }
    const before = reads.length;
    const again = await served.at(first);
    expect(again.city.rounds).toBe(2);
    expect(await served.at(first)).toBe(again);
    // Its rules alone: areas are those of the versions after it.
    expect(reads.length - before).toBe(1);
  });
});
