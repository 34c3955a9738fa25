import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { printFault } from '../../shared/city/Fault.ts';
import { type FolderFiles, readCity } from '../../shared/city/readCity.ts';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';
import { plantedFaults } from './plantedFaults.ts';
import { filesOf, smallCity, TODAY, withChange } from './smallCity.ts';

const told = (files: FolderFiles) => readCity(files, TODAY).faults.map(printFault);

describe('reading a city folder', () => {
  test('a sound folder has no faults and becomes a city', () => {
    const { city, faults } = readCity(filesOf(smallCity), TODAY);
    expect(faults).toEqual([]);
    expect(city).toMatchObject({
      id: 'small',
      hours: [
        ['09:00', '12:00'],
        ['13:30', '17:30'],
      ],
      rounds: 2,
    });
    expect(city?.areas.map(({ code }) => code)).toHaveLength(5);
    expect(city?.units[1]).toEqual({
      code: 'U03',
      name: '路灯管理所',
      parent: 'U00',
      phone: '0990-5550103',
      channel: 'web',
    });
    expect(city?.ledger[0]).not.toHaveProperty('to');
  });

  test('a place without an area gets the leaf that its point lies in', () => {
    const { city } = readCity(filesOf(smallCity), TODAY);
    expect(city?.places.map(({ area }) => area)).toEqual(['990101001001001', '990101001001002']);
    expect(city?.places[0]?.aliases).toEqual(['建设路一号', '老邮局']);
  });

  test('two places of one name are no fault, nor is a place with two names', () => {
    const places = withChange(
      'places.csv',
      '东门,,',
      '建设路1号,老邮局,121.472,31.231,,\n西门,,121.485,31.235,,\n东门,,',
    );
    expect(told(filesOf(places))).toEqual([]);
  });

  test('a byte order mark, Windows line ends and columns in another order change nothing', () => {
    const units =
      '\ufeffname,code,channel,phone,parent\r\n指挥中心,U00,web,12345,\r\n\r\n路灯管理所,U03,web,0990-5550103,U00\r\n';
    const { city } = readCity(filesOf({ ...smallCity, 'units.csv': units }), TODAY);
    expect(city?.version).toBe(readCity(filesOf(smallCity), TODAY).city?.version);
  });

  test('a quoted cell of several lines does not shift the lines after it', () => {
    const units = 'code,name,parent,phone,channel\nU00,"指挥\n中心",,12345,web\nU03,路灯管理所,U09,,web\n';
    expect(told(filesOf({ ...smallCity, 'units.csv': units }))).toEqual([
      'units.csv:2: name：“指挥\n中心”太长、有换行或首尾有空格。写 1–60 个字，不换行。'.replace('\n', ' '),
      'units.csv:4: 没有编码为 U09 的上级单位。改正 parent，或补上那个单位。',
    ]);
  });

  const units = (name: readonly number[]): FolderFiles => {
    const encoder = new TextEncoder();
    const [before, after] = ['code,name,parent,phone,channel\nU03,U03,,,web\nU00,', ',,12345,fax\n'];
    const bytes = [...encoder.encode(before), ...name, ...encoder.encode(after)];
    return new Map(filesOf(smallCity)).set('units.csv', Uint8Array.from(bytes));
  };

  test('a spreadsheet saved as GBK is told with its line, and its other faults are told as well', () => {
    expect(told(units([0xd6, 0xb8, 0xbb, 0xd3]))).toEqual([
      'units.csv:3: channel：不认识的渠道“fax”。写 web、wechaty 之一，或完整的会话（如 wechaty:wxid_1）。',
      'units.csv:3: 文件不是 UTF-8 编码，看起来是 GBK（第 3 行：U00,指挥,,12345,fax）。另存为 UTF-8（表格软件里选“CSV UTF-8”）。',
    ]);
  });

  test.each([
    ['bytes that are no text', [0xff, 0xfe, 0x00]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x1a, 0x01, 0xd6, 0xb8]],
    ['another language', [0xe9, 0x2c]],
    ['signs that nobody writes alone', [0xa3, 0xc1]],
  ])('%s are not taken for GBK', (_name, name) => {
    expect(told(units(name))).toEqual([
      'units.csv:3: 文件不是 UTF-8 编码。另存为 UTF-8（表格软件里选“CSV UTF-8”）。',
    ]);
  });

  test('one damaged line among good ones does not make a file GBK', () => {
    const files = new Map(filesOf(smallCity));
    const bytes = files.get('ledger.csv') ?? new Uint8Array();
    const name = new TextEncoder().encode('李建国');
    const at = bytes.findIndex((_, i) => name.every((byte, n) => bytes[i + n] === byte));
    // The first character in GBK.
    files.set(
      'ledger.csv',
      Uint8Array.from([...bytes.subarray(0, at), 0xc0, 0xee, ...bytes.subarray(at + 3)]),
    );
    expect(told(files)).toEqual([
      'ledger.csv:3: 文件不是 UTF-8 编码。另存为 UTF-8（表格软件里选“CSV UTF-8”）。',
    ]);
  });

  test.each([
    ['little', [0xff, 0xfe], 0],
    ['big', [0xfe, 0xff], 1],
  ])('a table saved as UTF-16 (%s end first) is told and read', (_name, mark, shift) => {
    const text = smallCity['units.csv']?.replace('12345,web', '12345,fax') ?? '';
    const bytes = [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      return shift === 0 ? [code & 255, code >> 8] : [code >> 8, code & 255];
    });
    expect(told(new Map(filesOf(smallCity)).set('units.csv', Uint8Array.from([...mark, ...bytes])))).toEqual([
      'units.csv:1: 文件不是 UTF-8 编码，看起来是 UTF-16（第 1 行：code,name,parent,phone,channel）。另存为 UTF-8（表格软件里选“CSV UTF-8”）。',
      'units.csv:2: channel：不认识的渠道“fax”。写 web、wechaty 之一，或完整的会话（如 wechaty:wxid_1）。',
    ]);
  });

  test.each(Object.keys(smallCity).filter((file) => !file.startsWith('calendar')))(
    'a folder without %s says so, once',
    (file) => {
      const files = new Map(filesOf(smallCity));
      files.delete(file);
      expect(told(files)).toEqual([`${file}:1: 没有这个文件。补上它；没有内容也要写表头。`]);
    },
  );

  test('a folder without calendars is sound: missing years are provisional, not faulty', () => {
    const files = new Map(filesOf(smallCity));
    files.delete('calendar/2026.json');
    expect(readCity(files, TODAY).city?.calendar).toEqual([]);
  });

  test('faults of all files are told at once, by file and line', () => {
    const texts = {
      ...withChange('city.yaml', 'rounds: 2', 'rounds: -1'),
      'units.csv': smallCity['units.csv']?.replace('web\nU03', 'fax\nU03').replace('路灯管理所', '') ?? '',
    };
    expect(told(filesOf(texts))).toEqual([
      'city.yaml:6: rounds 小于 0。至少为 0。',
      'units.csv:2: channel：不认识的渠道“fax”。写 web、wechaty 之一，或完整的会话（如 wechaty:wxid_1）。',
      'units.csv:3: name 没有写。补上它。',
    ]);
  });
});

describe.each(Object.entries(plantedFaults))('a fault planted in %s', (file, cases) => {
  test.each(cases)('$name is told with its line and remedy, and nothing else is', ({ from, to, faults }) => {
    expect(told(filesOf(withChange(file, from, to)))).toEqual(faults);
  });
});

describe('reading from disk', () => {
  test('other files are left alone, and what cannot be read is a fault', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'city-'));
    try {
      for (const [file, text] of Object.entries({ ...smallCity, 'README.md': '# 小城' })) {
        await mkdir(dirname(join(dir, file)), { recursive: true });
        await writeFile(join(dir, file), text);
      }
      expect((await readCityFolder(dir, TODAY)).faults).toEqual([]);
      await rm(join(dir, 'units.csv'));
      await mkdir(join(dir, 'units.csv'));
      await writeFile(join(dir, 'calendar', 'next.json'), '{"year":2027,"final":false,"off":[],"work":[]}');
      expect((await readCityFolder(dir, TODAY)).faults.map(printFault)).toEqual([
        'calendar/next.json:1: 文件名不是年份。改名为 calendar/2026.json 的样子。',
        'units.csv:1: 文件读不出来（不是文件）。它应是一个普通文件，并且允许读取。',
      ]);
    } finally {
      await rm(dir, { recursive: true });
    }
  });

  test('a file too big to be held is told of before it is read', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'city-'));
    try {
      for (const [file, text] of Object.entries(smallCity)) {
        await mkdir(dirname(join(dir, file)), { recursive: true });
        await writeFile(join(dir, file), text);
      }
      // Three gigabytes of nothing: the file has holes, the disk is not filled.
      await truncate(join(dir, 'areas.geojson'), 3_000_000_000);
      expect((await readCityFolder(dir, TODAY)).faults.map(printFault)).toEqual([
        'areas.geojson:1: 文件有 3000 MB，最多能读 500 MB。导出时坐标只留 7 位小数、不要缩进和高度；仍太大就先简化图形。',
      ]);
    } finally {
      await rm(dir, { recursive: true });
    }
  });

  test('a folder that is not there is one fault', async () => {
    const { faults } = await readCityFolder('cities/atlantis', TODAY);
    expect(faults.map(printFault)).toEqual(['cities/atlantis: 没有这个文件夹。检查路径。']);
  });
});
