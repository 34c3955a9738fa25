import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { answerPage } from '../../functions/board/answerPage.ts';
import { readCityFolder } from '../../shared/city/readCityFolder.ts';
import type { City } from '../../shared/domain/city/City.ts';
import { knowCity } from '../../shared/domain/city/knowCity.ts';
import { contrastFaults } from './support/contrastFaults.ts';
import { exampleAreas } from './support/exampleAreas.ts';
import { FakeDoors } from './support/FakeDoors.ts';
import { openBrowser } from './support/openBrowser.ts';

const CELL = '990101001001002';
const COMMUNITY = '990101001001';
const SHOTS = 'artifacts/screenshots';
const PHONE = { width: 390, height: 780 };
/** What an A4 page leaves within its margins, in CSS pixels. */
const PAPER = { width: 703, height: 1_028 };

let browser: Browser;
let server: Server;
let origin: string;
let city: City;
/** What the page is of, for a test that wants another city. */
let shown: City;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  const read = await readCityFolder('cities/example', '2026-09-28');
  if (!read.city) throw new Error('The example city has faults');
  city = read.city;
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://board');
    const terms = {
      policy: { names: 'full', phones: true },
      now: Date.parse('2026-09-28T10:00:00+08:00'),
      chat: `${origin}/chat`,
    } as const;
    const answer = answerPage(knowCity(shown), Object.fromEntries(searchParams), terms);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
beforeEach(() => {
  shown = city;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const open = async (query: string, size = PHONE, options = {}): Promise<Page> => {
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN', ...options });
  await page.goto(`${origin}/board${query}`);
  return page;
};
const shoot = (page: Page, name: string) =>
  page.screenshot({ path: `${SHOTS}/board-${name}.png`, fullPage: true });
const pagesOf = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0;
};
const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
/** How much of a box does not fit into it, in CSS pixels. */
const cutOff = (page: Page, part: string): Promise<number> =>
  page.evaluate<number>(
    `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('${part}'))`,
  );

describe('the board', () => {
  test('is walked down and searched without script', async () => {
    const page = await open('', PHONE, { javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: '用我的位置' }).isVisible()).toBe(false);
    await page.getByRole('link', { name: '建设路街道' }).click();
    await page.getByRole('link', { name: '向阳社区' }).click();
    await page.getByRole('link', { name: '向阳第二网格' }).click();
    expect(await page.locator('.screen .who strong').first().textContent()).toBe('周永刚');
    await page.getByRole('link', { name: '重新查找' }).click();
    await page.getByLabel('找您的地方').fill('便民药店');
    await page.getByRole('button', { name: '查找' }).click();
    expect(await page.locator('.list a').count()).toBe(2);
    await page.close();
  });

  test('finds where the telephone is, and says so when it cannot', async () => {
    const context = await browser.newContext({
      viewport: PHONE,
      permissions: ['geolocation'],
      geolocation: { longitude: 121.4712, latitude: 31.2304 },
    });
    const page = await context.newPage();
    await page.goto(`${origin}/board`);
    await page.getByRole('button', { name: '用我的位置' }).click();
    await page.waitForURL(/lng=121\.471200&lat=31\.230400/u);
    expect(await page.getByRole('heading', { name: '谁来管' }).isVisible()).toBe(true);
    await context.clearPermissions();
    await page.goto(`${origin}/board`);
    await page.getByRole('button', { name: '用我的位置' }).click();
    await page.getByText('拿不到手机的位置').waitFor();
    await context.close();
  });

  test('an empty field is answered in our own words', async () => {
    const page = await open('');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('还没有写地方。').waitFor();
    await page.getByLabel('找您的地方').fill('建设路12号');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('heading', { name: '谁来管' }).waitFor();
    await page.close();
  });

  test('names on the map of a cell lie neither on one another nor outside of it, as the browser draws them', async () => {
    for (const { code } of city.areas.filter((area) => area.parent === COMMUNITY)) {
      const page = await open(`?cell=${code}`);
      const boxes = await page.evaluate<[number, number, number, number][]>(
        `[...document.querySelectorAll('.screen svg.cell text')].map((text) => {
          const { x, y, width, height } = text.getBBox();
          return [x, y + height * 0.1, x + width, y + height * 0.9];
        })`,
      );
      expect(boxes.length).toBeGreaterThan(3);
      for (const [at, [left, top, right, bottom]] of boxes.entries()) {
        expect([left >= 0, top >= 0, right <= 600, bottom <= 600]).toEqual([true, true, true, true]);
        for (const [otherLeft, otherTop, otherRight, otherBottom] of boxes.slice(at + 1))
          expect(left < otherRight && right > otherLeft && top < otherBottom && bottom > otherTop).toBe(
            false,
          );
      }
      await page.close();
    }
  });

  test.each([
    ['start', ''],
    ['walk', `?cell=${COMMUNITY}`],
    ['two', '?place=便民药店'],
    ['missed', '?place=火星'],
    ['cell', `?cell=${CELL}`],
    ['sheets', `?under=${COMMUNITY}`],
  ])('is big, plain and fits a phone: %s', async (name, query) => {
    const page = await browser.newPage({ viewport: PHONE, locale: 'zh-CN' });
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(String(fault)));
    // What the policy forbids is told here; a page that was not found is told, too, and is meant.
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('404')) faults.push(line.text());
    });
    await page.goto(`${origin}/board${query}`);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    expect(await contrastFaults(page)).toEqual([]);
    if (name !== 'sheets') expect(await tooWide(page)).toBe(false);
    expect(await page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)')).toBe(20);
    await page.evaluate('for (const one of document.querySelectorAll("details ~ details")) one.open = false');
    await shoot(page, `${name}-phone`);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('is read at a desk, too', async () => {
    const page = await open(`?cell=${CELL}`, { width: 1_280, height: 800 });
    expect(await tooWide(page)).toBe(false);
    await shoot(page, 'cell-desktop');
    await page.close();
  });
});

describe('on paper', () => {
  test('a cell is exactly one A4 page with its code, and nothing on it is cut', async () => {
    const page = await open(`?cell=${CELL}`, PAPER);
    await page.emulateMedia({ media: 'print' });
    await shoot(page, 'cell-print');
    expect(await page.locator('.sheet .qr').isVisible()).toBe(true);
    expect(await page.locator('.screen').isVisible()).toBe(false);
    for (const part of ['.sheet', '.sheet .body', '.sheet .who', '.sheet .foot'])
      expect([part, await cutOff(page, part)]).toEqual([part, 0]);
    expect(await pagesOf(page)).toBe(1);
    await page.close();
  });

  test('a community is a page a cell', async () => {
    const page = await open(`?under=${COMMUNITY}`, PAPER);
    expect(await pagesOf(page)).toBe(6);
    await page.close();
  });

  test('it stays one page whatever a city puts on it', async () => {
    const long = '很长很长的名字'.repeat(12);
    const groups = Array.from({ length: 40 }, (_, at) => ({ code: String(at).padStart(2, '0'), name: long }));
    const [lamp] = city.services;
    if (!lamp) throw new Error('The example city has services');
    shown = {
      ...city,
      name: long,
      areas: city.areas.map((area) => ({ ...area, name: long })),
      groups,
      services: groups.map(({ code }) => ({ ...lamp, code: `${code}001`, group: code })),
      units: city.units.map((unit) => ({ ...unit, name: long, phone: '0990-5550100 转 80001' })),
      ledger: city.ledger.map((row) => ({ ...row, name: long, phone: '0990-5550100 转 80001' })),
    };
    const page = await open(`?cell=${CELL}`, PAPER);
    expect(await pagesOf(page)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('另有 28 类事项，扫码可查。').isVisible()).toBe(true);
    expect(await cutOff(page, '.sheet .body')).toBe(0);
    await shoot(page, 'full-print');
    await page.close();
  });
});

describe('the chat that a code opens', () => {
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 8_000; !holds(); await pause(25))
      if (Date.now() > end) throw new Error(`Did not come true: ${holds}`);
  };

  test('greets at once, with the cell; what cannot be a code is passed over', async () => {
    const doors = new FakeDoors(exampleAreas);
    await doors.open();
    doors.replies = () => [{ text: '您扫的是向阳第二网格的码。' }];
    const page = await browser.newPage({ viewport: PHONE });
    await page.goto(`${doors.origin}/chat?cell=${CELL}`);
    await page.getByText('您扫的是向阳第二网格的码。').waitFor();
    expect(doors.arrived.map(({ said }) => said)).toEqual([{ kind: 'hello', cell: CELL }]);
    expect(await page.locator('#welcome').isVisible()).toBe(false);
    // Opened again, it says again where it is; the answer may be nothing.
    doors.replies = () => [];
    await page.reload();
    await until(() => doors.arrived.length === 2);
    await page.goto(`${doors.origin}/chat?cell=%3Cb%3E`);
    await page.getByText('您扫的是向阳第二网格的码。').waitFor();
    await pause(200);
    expect(doors.arrived).toHaveLength(2);
    await page.close();
    await doors.close();
  });
});
