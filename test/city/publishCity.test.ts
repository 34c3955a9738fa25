import { gzipSync } from 'node:zlib';
import type { CityStore } from '../../shared/application/cityPorts.ts';
import { checkCity } from '../../shared/city/checkCity.ts';
import { cityVersion } from '../../shared/city/cityVersion.ts';
import { decodeCity } from '../../shared/city/decodeCity.ts';
import { printFault } from '../../shared/city/Fault.ts';
import { publishCity } from '../../shared/city/publishCity.ts';
import { readCity } from '../../shared/city/readCity.ts';
import type { City } from '../../shared/domain/city/City.ts';
import { memoryCityVersions } from '../../shared/store/memory/memoryCity.ts';
import { memoryBlobs } from '../support/memoryBlobs.ts';
import { filesOf, smallCity, TODAY, withChange } from './smallCity.ts';

const NOW = Date.parse(`${TODAY}T10:00:00+08:00`);

const read = (texts: Readonly<Record<string, string>> = smallCity): City => {
  const { city } = readCity(filesOf(texts), TODAY);
  if (!city) throw new Error('The city is not sound');
  return city;
};

/** A place to publish to, with every step it was asked for. */
const shelf = () => {
  const { blobs, objects, steps } = memoryBlobs();
  const kept = memoryCityVersions();
  const store: CityStore = {
    ...kept,
    setCurrent: (city, change) => {
      steps.push(`current ${change.after}`);
      return kept.setCurrent(city, change);
    },
  };
  return { objects, steps, blobs, store, ports: { blobs, store, now: () => NOW } };
};

describe('publishing a city', () => {
  test('puts its bytes before it moves the pointer, and what was put is the city', async () => {
    const { steps, store, objects, ports } = shelf();
    const city = read();
    const result = await publishCity(city, ports);
    expect(result).toMatchObject({ published: true, version: city.version, changed: true });
    expect(steps.slice(-2)).toEqual([`put small/${city.version}.parts`, `current ${city.version}`]);
    expect(steps.filter((step) => !/parts/u.test(step))).toEqual([
      `put small/${city.version}`,
      `current ${city.version}`,
    ]);
    expect(await store.history('small')).toEqual([{ version: city.version, at: NOW }]);
    expect(decodeCity(objects.get(`small/${city.version}`) ?? new Uint8Array())).toEqual(city);
  });

  test('changes nothing the second time, and heals bytes that were lost', async () => {
    const { objects, store, ports } = shelf();
    const city = read();
    await publishCity(city, ports);
    const before = new Map(objects);
    objects.clear();
    expect(await publishCity(city, ports)).toMatchObject({ published: true, changed: false });
    expect(objects).toEqual(before);
    expect(await store.history('small')).toHaveLength(1);
  });

  test('a change of the ledger puts a new ledger and shares every other part', async () => {
    const { objects, ports } = shelf();
    await publishCity(read(), ports);
    const before = new Set([...objects.keys()].filter((key) => key.startsWith('small/parts/')));
    await publishCity(read(withChange('ledger.csv', '13800010002', '13800010009')), ports);
    const after = [...objects.keys()].filter((key) => key.startsWith('small/parts/') && !before.has(key));
    expect(before.size).toBe(6);
    expect(after).toHaveLength(1);
  });

  test('makes a changed folder the next version, and an old one current again', async () => {
    const { store, objects, ports } = shelf();
    const next = read(withChange('city.yaml', 'rounds: 2', 'rounds: 3'));
    for (const city of [read(), next, read()]) await publishCity(city, ports);
    const versions = (await store.history('small')).map(({ version }) => version);
    expect(versions).toEqual([read().version, next.version, read().version]);
    expect([...objects.keys()].filter((key) => !/parts/u.test(key))).toHaveLength(2);
  });

  const next = () => read(withChange('city.yaml', 'rounds: 2', 'rounds: 3'));
  const other = () => read(withChange('city.yaml', 'rounds: 2', 'rounds: 4'));

  test('refuses to take the place of another version than the one it was compared with', async () => {
    const { store, ports } = shelf();
    await publishCity(read(), ports);
    await publishCity(other(), ports);
    const overtaken = { published: false, why: 'overtaken' };
    for (const version of [undefined, read().version, next().version])
      expect(await publishCity(next(), ports, { version })).toEqual(overtaken);
    // What was in force when it was compared is so no more: that nothing changes is not true either.
    expect(await publishCity(read(), ports, read())).toEqual(overtaken);
    expect((await store.pointer('small'))?.version).toBe(other().version);
    expect(await publishCity(next(), ports, other())).toMatchObject({ published: true, changed: true });
  });

  test('refuses when somebody publishes while it writes, but not for a change of the staffing in that moment', async () => {
    const { store, ports } = shelf();
    await publishCity(read(), ports);
    const before = read().version;
    const beaten: CityStore = {
      ...store,
      setCurrent: async (city, change) => {
        await store.setCurrent(city, { before, after: other().version, streets: [], at: NOW });
        return store.setCurrent(city, change);
      },
    };
    expect(await publishCity(next(), { ...ports, store: beaten })).toEqual({
      published: false,
      why: 'overtaken',
    });
    let conflicts = 1;
    const busy: CityStore = {
      ...store,
      setCurrent: async (city, change) => (conflicts-- > 0 ? 'conflict' : store.setCurrent(city, change)),
    };
    expect(await publishCity(next(), { ...ports, store: busy })).toMatchObject({
      published: true,
      changed: true,
    });
  });

  /** The same city with another code for its one street. */
  const renamed = (street: string) =>
    read(
      Object.fromEntries(
        Object.entries(smallCity).map(([file, text]) => [file, text.replaceAll('990101001', street)]),
      ),
    );

  test('keeps the streets of every version, also of one that is put in force again', async () => {
    const { store, ports } = shelf();
    const kept: (readonly string[] | undefined)[] = [];
    for (const city of [read(), next(), renamed('990101003'), renamed('990101002'), read(), read()]) {
      await publishCity(city, ports);
      kept.push((await store.pointer('small'))?.streets);
    }
    const [first, second, third] = ['990101001', '990101002', '990101003'];
    expect(kept).toEqual([
      [first],
      [first],
      [first, third],
      [first, second, third],
      [first, second, third],
      [first, second, third],
    ]);
  });

  test('takes those of a version that was put in force before they were kept from its bytes, where they can be read', async () => {
    const { store, blobs, objects, ports } = shelf();
    const old = read();
    const put = async () => {
      await blobs.put('small', old.version, gzipSync(JSON.stringify(old)));
      await store.setCurrent('small', { before: undefined, after: old.version, streets: [], at: NOW });
    };
    await put();
    await publishCity(renamed('990101002'), ports);
    expect((await store.pointer('small'))?.streets).toEqual(['990101001', '990101002']);

    const lost = shelf();
    await lost.store.setCurrent('small', { before: undefined, after: old.version, streets: [], at: NOW });
    expect(await publishCity(renamed('990101002'), lost.ports)).toMatchObject({ changed: true });
    expect((await lost.store.pointer('small'))?.streets).toEqual(['990101002']);
    expect(objects.size).toBeGreaterThan(lost.objects.size);
  });

  const faulty: [string, (city: City) => Partial<City>, string][] = [
    [
      'a reference that leads nowhere',
      () => ({ units: [] }),
      'routes.csv: 没有编码为 U03 的单位。改正 unit，或在 units.csv 里补上。',
    ],
    [
      'a value of the wrong form',
      () => ({ unratedAfter: 'soon' }),
      'city.yaml: unratedAfter：“soon”不是时限。写成 30m、8h、3d（自然时间）、4wh（工作小时）或 5wd（工作日），不能为零。',
    ],
    [
      'a leaf without a supervisor',
      ({ ledger }) => ({
        ledger: ledger.filter(({ person }) => person !== 'S002').map(({ deputy: _deputy, ...row }) => row),
      }),
      'areas.geojson: 网格 990101001001002 二网格从 2026-09-28 起没有网格监督员。在 ledger.csv 里为它补一行 supervisor。',
    ],
    [
      'a coordinate that is no number',
      ({ places }) => ({ places: places.map((place) => ({ ...place, lng: Number.NaN })) }),
      'places.csv: places.第1项.lng 应为数字，写的是数字“NaN”。只写数字。',
    ],
  ];
  test.each(faulty)('refuses %s and touches nothing', async (_name, change, fault) => {
    const { steps, ports } = shelf();
    const content = { ...read(), ...change(read()) };
    const result = await publishCity({ ...content, version: cityVersion(content) }, ports);
    if (result.published || result.why !== 'faults') throw new Error('It was not refused with faults');
    expect(result.faults.map(printFault)).toContain(fault);
    expect(steps).toEqual([]);
  });

  test('refuses a version that is not that of its content', () => {
    const faults = checkCity({ ...read(), name: '大城' }, TODAY).map(printFault);
    expect(faults).toEqual(['city.yaml: 版本号与内容不符。从城市文件夹重新读取，不要改动读出来的数据。']);
  });
});

describe('decoding a version', () => {
  test.each([
    ['bytes that are not gzip', new Uint8Array([1, 2, 3])],
    ['text that is not JSON', gzipSync('{')],
    ['JSON that is not a city', gzipSync('{"id":"small"}')],
    ['a version that is none', gzipSync(JSON.stringify({ ...read(), version: '1' }))],
    ['nothing', new Uint8Array()],
  ])('throws on %s', (_name, bytes) => {
    expect(() => decodeCity(bytes)).toThrow('The bytes of the city version are damaged');
  });
});
