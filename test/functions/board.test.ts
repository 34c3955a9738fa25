import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { answerBoard } from '../../functions/board/answerBoard.ts';
import { answerPage } from '../../functions/board/answerPage.ts';
import { addressOf } from '../../functions/middleware/addressOf.ts';
import { boardPolicy } from '../../functions/wiring/boardPolicy.ts';
import { boardAnswerSchema, boardPageQuerySchema, boardQuerySchema } from '../../shared/contracts/board.ts';
import type { City, Polygon } from '../../shared/domain/city/City.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { outside, smallCity, WEST } from '../support/smallCity.ts';

const terms = {
  policy: { names: 'full', phones: true },
  now: Date.parse('2026-09-28T10:00:00+08:00'),
  chat: 'https://city.example/chat',
} as const;
const know = knowCity(smallCity);
const page = (query: Record<string, string> = {}, city: City = smallCity) => {
  const answer = answerPage(city === smallCity ? know : knowCity(city), query, terms);
  return { ...answer, text: String(answer.body), header: (name: string) => answer.headers?.[name] ?? '' };
};

const codeOf = (at: number): string => `9901010010010${String(at).padStart(3, '0')}`;
const withLeaves = (leaves: City['areas']): City => ({
  ...smallCity,
  areas: [...smallCity.areas.slice(0, 3), ...leaves],
  places: [],
});

/** Cells in rows of 25, whose borders go in and out by a twelfth of their side, always the same way. */
const raggedCells = (count: number, corners: number): City['areas'] => {
  const side = 0.002;
  let seed = 1;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: count }, (_, at) => {
    const [x, y] = [121 + (at % 25) * side, 31 + Math.floor(at / 25) * side];
    const ring = Array.from({ length: corners }, (_, i): readonly [number, number] => {
      const turn = (i / corners) * 2 * Math.PI;
      const far = (side / 2) * (1 - random() / 6);
      return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
    });
    const closed = [...ring, ring[0] as readonly [number, number]];
    return {
      code: codeOf(at),
      name: `第${at}网格`,
      level: 'grid',
      parent: '990101001001',
      polygons: [[closed]],
    };
  });
};

const boxed = (polygon: Polygon): Polygon => {
  const [lngs, lats] = [0, 1].map((axis) => polygon.flat().map((corner) => corner[axis] as number));
  const [west, east] = [Math.min(...(lngs ?? [])), Math.max(...(lngs ?? []))];
  const [south, north] = [Math.min(...(lats ?? [])), Math.max(...(lats ?? []))];
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
};

describe('GET /city/board', () => {
  test('answers with a board, or with the choices, as the contract has it', () => {
    for (const query of [
      { cell: WEST },
      { cell: '990101' },
      { place: '建设路12号' },
      { place: '建设路14号' },
    ])
      boardAnswerSchema.parse(answerBoard(know, query, terms));
  });

  test.each([
    [{ cell: '1' }, 'noSuchCell', 'cell'],
    [{ place: '火星' }, 'noSuchPlace', 'place'],
    [outside, 'outside', 'lng'],
  ])('%j is 404 with what to do', (query, code, field) => {
    const miss = () => answerBoard(know, query, terms);
    expect(miss).toThrow(expect.objectContaining({ status: 404, code, field, remedy: expect.any(String) }));
  });

  test.each([
    [{}],
    [{ cell: WEST, place: '建设路' }],
    [{ lng: '121.47' }],
    [{ lng: '', lat: '' }],
    [{ lng: '31.2', lat: '121.4' }],
    [{ lng: 'NaN', lat: '31' }],
    [{ cell: '../etc' }],
    [{ place: ' ' }],
    [{ place: '长'.repeat(101) }],
    [{ cell: WEST, extra: '1' }],
  ])('%j is no question', (query) => {
    expect(boardQuerySchema.safeParse(query).success).toBe(false);
  });
});

describe('GET /board', () => {
  test('begins with the search and the first level of the tree, and leads down it', () => {
    expect(page().text).toContain('<a href="?cell=990101001">一街道</a>');
    expect(page({ cell: '990101001' }).text).toContain('<a href="?cell=990101001001">一社区</a>');
    const community = page({ cell: '990101001001' }).text;
    expect(community).toContain(`<a href="?cell=${WEST}">西网格</a>`);
    expect(community).toContain('<a href="?under=990101001001">');
    // Level by level: what lies deeper is not listed.
    expect(page().text).not.toContain('西网格');
  });

  test('shows who answers, the limits, where to complain, and leads to the chat with the cell known', () => {
    const { status, text } = page({ cell: WEST });
    expect(status).toBe(200);
    for (const shown of [
      '姓名S1',
      '<a href="tel:13800000000">13800000000</a>',
      '<a href="tel:021-12345">021-12345</a>',
      '2 个工作日',
      `href="https://city.example/chat?cell=${WEST}"`,
    ])
      expect(text).toContain(shown);
  });

  test('is one sheet for a cell and one for each under a community', () => {
    const sheets = (text: string) => text.split('<section class="sheet">').length - 1;
    expect(sheets(page({ cell: WEST }).text)).toBe(1);
    expect(sheets(page({ under: '990101001001' }).text)).toBe(2);
    expect(page({ under: '7' }).status).toBe(404);
  });

  test('draws no more than 200 sheets at once, says how many are left and leads on to them', () => {
    const [west] = smallCity.areas.filter(({ code }) => code === WEST);
    const many = Array.from({ length: 203 }, (_, at) => ({ ...west, code: codeOf(at) }));
    const city = withLeaves(many as City['areas']);
    const { text } = page({ under: '990101001001' }, city);
    expect(text.split('<section class="sheet">')).toHaveLength(201);
    expect(text).toContain('还有 3 个网格');
    expect(text).toContain(`href="?under=990101001001&amp;begin=${codeOf(200)}"`);
    const last = page({ under: '990101001001', begin: codeOf(200), from: 'singlemessage' }, city).text;
    expect(last.split('<section class="sheet">')).toHaveLength(4);
    expect(last).not.toContain('begin=');
    expect(last).not.toContain('还有');
  });

  test('a cell to go on from that is not there is 404, without an area it is no address', () => {
    expect(page({ under: '990101001001', begin: '7' }).status).toBe(404);
    expect(page({ under: '990101001001', begin: '990101' }).status).toBe(404);
    expect(page({ begin: WEST }).status).toBe(400);
  });

  test.each([
    [350, 250],
    [5_000, 30],
  ])('cells of %i ragged corners stay within an answer, and the links reach each of %i', (corners, count) => {
    const cells = raggedCells(count, corners);
    const plain = cells.map((cell) => ({ ...cell, polygons: cell.polygons?.map(boxed) }) as typeof cell);
    const shapes = new Map(cells.map(({ code, polygons = [] }) => [code, polygons]));
    // Found by their boxes: to pack a million corners takes longer than to draw them.
    const know = { ...knowCity(withLeaves(plain)), shapeOf: (code: string) => shapes.get(code) ?? [] };
    const seen: string[] = [];
    for (let begin: string | undefined = ''; begin !== undefined; ) {
      const asked = { under: '990101001001', ...(begin && { begin }) };
      const { status, body } = answerPage(know, asked, terms);
      const text = String(body);
      expect([status, Buffer.byteLength(JSON.stringify(text)) < 5_000_000]).toEqual([200, true]);
      seen.push(...[...text.matchAll(/网格编码 (\d+)<\/p><div class="top">/gu)].map(([, code = '']) => code));
      begin = /begin=(\d+)/u.exec(text)?.[1];
    }
    expect(seen).toEqual(Array.from({ length: count }, (_, at) => codeOf(at)));
    const one = String(answerPage(know, { cell: codeOf(26) }, terms).body);
    expect(one.length).toBeLessThan(150_000);
    // However ragged, the cell and those around it are still drawn.
    const [map = ''] = /<svg class="cell".*?<\/svg>/u.exec(one) ?? [];
    expect(map.split('<path').length).toBeGreaterThan(5);
  });

  test('a row of cells with very many corners is one page: each is unpacked once, and few corners are drawn', () => {
    const count = 40;
    const cells = raggedCells(count, 20_000);
    const plain = cells.map((cell) => ({ ...cell, polygons: cell.polygons?.map(boxed) }) as typeof cell);
    const shapes = new Map(cells.map(({ code, polygons = [] }) => [code, polygons]));
    const unpacked: string[] = [];
    const know = {
      ...knowCity(withLeaves(plain)),
      shapeOf: (code: string) => {
        unpacked.push(code);
        return shapes.get(code) ?? [];
      },
    };
    const text = String(answerPage(know, { under: '990101001001' }, terms).body);
    expect(text.split('<section class="sheet">')).toHaveLength(count + 1);
    expect(unpacked.toSorted()).toEqual(cells.map(({ code }) => code));
    const drawn = [...text.matchAll(/<svg class="cell".*?<\/svg>/gu)].map(
      ([map]) =>
        [...map.matchAll(/ d="([^"]*)"/gu)]
          .map(([, path]) => path)
          .join('')
          .split('L').length,
    );
    expect(drawn).toHaveLength(count);
    expect(Math.max(...drawn)).toBeLessThan(3_100);
    expect(Math.min(...drawn)).toBeGreaterThan(50);
  });

  test('says what is wrong and what to do, and keeps the search', () => {
    expect(page({ place: '火星' })).toMatchObject({ status: 404, text: expect.stringContaining('换个说法') });
    expect(page({ place: '火星' }).text).toContain('value="火星"');
    // The browser's own words, in its own language, for an empty field never come.
    for (const place of ['', ' ', '　'])
      expect(page({ place })).toMatchObject({ status: 400, text: expect.stringContaining('还没有写地方') });
    expect(page().text).not.toMatch(/ required|还没有写地方/u);
    expect(page({ cell: '1' }).status).toBe(404);
    expect(page({ cell: WEST, lng: '1' }).status).toBe(400);
    expect(page({ place: '火星' }).header('cache-control')).toBe('no-store');
  });

  test('marks that WeChat adds to an address change nothing', () => {
    expect(page({ cell: WEST, from: 'singlemessage', isappinstalled: '0' }).text).toBe(
      page({ cell: WEST }).text,
    );
    expect(page({ from: 'timeline' }).text).toBe(page().text);
    expect(boardPageQuerySchema.parse({ from: 'timeline' })).toBeUndefined();
  });

  test('offers the places of a name that is not clear, those near a number that is not known', () => {
    const { text } = page({ place: '建设路14号' });
    expect(text).toContain('没有查到“建设路14号”');
    expect(text).toContain(`<a href="?cell=${WEST}">建设路12号`);
  });

  test('offers the places along a road, which is not said to be unknown', () => {
    const { text } = page({ place: '建设路' });
    expect(text).toContain(`<a href="?cell=${WEST}">建设路12号`);
    expect(text).not.toContain('没有查到');
  });

  test('two places of one name are told apart by the area that differs; one alone is just named', () => {
    const [lamp, peace] = smallCity.places;
    if (!lamp || !peace) throw new Error('The small city has two places');
    const places = [lamp, peace].map((place) => ({ ...place, name: '便民药店', aliases: [] }));
    const { text } = page({ place: '便民药店' }, { ...smallCity, places });
    expect(text).toContain(`<a href="?cell=${WEST}">便民药店（西网格）`);
    expect(text).toContain('便民药店（东网格）');
    expect(page({ place: '建设路14号' }).text).toContain('>建设路12号<');
  });

  test('matters of one name that one unit leads are one line, with all their conditions', () => {
    const [lamp] = smallCity.services;
    const [usual] = lamp?.conditions ?? [];
    if (!lamp || !usual) throw new Error('The small city has a lamp');
    const urgent = { ...usual, name: '漏电', urgent: true, limits: { ...usual.limits, handle: '3h' } };
    const services = [lamp, { ...lamp, code: '01038', conditions: [usual, urgent] }];
    const [screen = ''] = page({ cell: WEST }, { ...smallCity, services }).text.split('class="sheet"');
    expect(screen.split(`<strong>${lamp.name}</strong>`)).toHaveLength(2);
    expect(screen.match(/2 个工作日办好/gu)).toHaveLength(1);
    expect(screen).toMatch(/漏电：3 小时办好/u);
  });

  test('has nothing private of anybody, on screen and on paper', () => {
    const ledger = smallCity.ledger.map((row) => ({
      ...row,
      person: `ID-${row.person}`,
      name: `机密${row.person}`,
      phone: `1390000${row.person}`,
      channel: `wechaty:wxid_${row.person}`,
      ...(row.superior === undefined ? {} : { superior: `ID-${row.superior}` }),
    }));
    const shy = { ...terms, policy: { names: 'surname', phones: false } } as const;
    for (const query of [{ cell: WEST }, { under: '990101' }, {}, { place: '建设路12号' }]) {
      const text = String(answerPage(knowCity({ ...smallCity, ledger }), query, shy).body);
      expect(text).not.toMatch(/ID-|机密|1390000|wxid|wechaty/u);
    }
  });

  test('whatever a city or a person writes, nothing becomes markup', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const evilCity: City = {
      ...smallCity,
      name: evil,
      areas: smallCity.areas.map((area) => ({ ...area, name: evil })),
      places: smallCity.places.map((place) => ({ ...place, name: `建设路${evil}` })),
      groups: smallCity.groups.map((group) => ({ ...group, name: evil })),
      services: smallCity.services.map((service) => ({
        ...service,
        name: evil,
        conditions: service.conditions.map((condition) => ({ ...condition, name: evil })),
      })),
      units: smallCity.units.map((unit) => ({ ...unit, name: evil, phone: evil })),
      ledger: smallCity.ledger.map((row) => ({ ...row, name: evil, phone: evil })),
    };
    for (const query of [{}, { cell: WEST }, { under: '990101' }, { place: evil }, { cell: '990101001' }]) {
      const { text } = page(query as Record<string, string>, evilCity);
      expect(text.split('<script>')).toHaveLength(2);
      expect(text).not.toContain('<img');
      expect(text).not.toMatch(/href="(?!\?|https:\/\/city\.example\/chat|tel:[+\d]|data:,)/u);
    }
  });

  test('allows its own script and style and nothing else', () => {
    const policy = page({ cell: WEST }).header('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-\S+'; style-src 'sha256-\S+';/u);
    expect(policy).not.toContain('unsafe');
    expect(page({ cell: WEST }).text).not.toMatch(/ style="| on\w+="/u);
    expect(page({ cell: WEST }).header('cache-control')).toBe('public, max-age=60');
  });
});

test('the address of the chat is beside the one that was asked, under the name the caller used', () => {
  const event = (rawPath: string, headers = {}) =>
    ({ rawPath, headers, requestContext: { domainName: 'wg.city.cn' } }) as APIGatewayProxyEventV2;
  const https = { 'x-forwarded-proto': 'https' };
  expect(addressOf(event('/board', https), './chat')).toBe('https://wg.city.cn/chat');
  expect(addressOf(event('/city/board', https), '../chat')).toBe('https://wg.city.cn/chat');
  expect(addressOf(event('/board'), './chat')).toBe('http://wg.city.cn/chat');
});

test('what is not set to be shown is not shown', () => {
  expect(boardPolicy({ BOARD_NAMES: 'full', BOARD_PHONES: 'own' })).toEqual({ names: 'full', phones: true });
  expect(boardPolicy({ BOARD_NAMES: 'surname', BOARD_PHONES: 'unit' })).toEqual({
    names: 'surname',
    phones: false,
  });
});
