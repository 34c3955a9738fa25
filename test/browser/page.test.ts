import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type LocalCloud, startLocalCloud } from '../../infra/local/LocalCloud.ts';
import { caseAnswerSchema } from '../../shared/contracts/caseAnswer.ts';
import {
  areasAnswerSchema,
  casesAnswerSchema,
  errorAnswerSchema,
  messagesAnswerSchema,
  photoAnswerSchema,
  sessionAnswerSchema,
  turnAnswerSchema,
} from '../../shared/contracts/web.ts';
import { contrastFaults } from './support/contrastFaults.ts';
import { makePng } from './support/makePng.ts';
import { openBrowser } from './support/openBrowser.ts';

const SHOTS = 'artifacts/screenshots';
/** The cell whose supervisor holds the second phone. */
const CELL = '990101001001001';
const LAMP = { name: 'lamp.png', mimeType: 'image/png', buffer: makePng() };
const HOSTILE = '<img src=x onerror=document.title=1>';

let dataDir: string;
let cloud: LocalCloud;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  dataDir = mkdtempSync(join(tmpdir(), 'wangge-page-'));
  cloud = await startLocalCloud({
    dataDir,
    cityDir: 'cities/example',
    frozenAt: Date.parse('2026-09-28T10:00:00+08:00'),
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page.setDefaultTimeout(45_000);
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(cloud.url);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const shot = (name: string) => page.screenshot({ path: join(SHOTS, `${name}.png`) });
const phone = (key: string): FrameLocator => page.frameLocator(`[data-person=${key}] iframe`);
const resident = (): FrameLocator => phone('resident');
const supervisor = (): FrameLocator => phone('supervisor');
const unit = (): FrameLocator => phone('unit');

/** The newest message of the other side that holds these words. */
const hears = (who: FrameLocator, words: string | RegExp) =>
  who.locator('.list .theirs', { hasText: words }).last().waitFor();
const says = async (who: FrameLocator, words: string): Promise<void> => {
  await who.getByLabel('说说您遇到的事').fill(words);
  await who.getByRole('button', { name: '发送' }).click();
};
const presses = (who: FrameLocator, label: string) =>
  who.locator('.choices').last().getByRole('button', { name: label, exact: true }).click();
const history = () => page.locator('#caseHistory');

describe('the local page', () => {
  test('shows three phones that greet, the city, and nothing on it yet', async () => {
    await hears(resident(), '您好');
    await hears(supervisor(), '您好');
    await hears(unit(), '您好');
    await page.getByText('还没有事').waitFor();
    expect(await page.locator('#map .cells path').count()).toBeGreaterThanOrEqual(40);
    await page.locator(`#map [data-area="${CELL}"]`).hover();
    await page.locator('#mapReadout', { hasText: '向阳第一网格' }).waitFor();
    await shot('local-start');
  });

  test('walks a case from the first word to the file', async () => {
    await says(resident(), '建设路12号门口的路灯坏了两天了');
    await hears(resident(), '路灯异常');
    await resident().getByRole('button', { name: '照片、位置和常用词' }).click();
    await resident().getByRole('button', { name: '位置', exact: true }).click();
    await resident().locator(`.sheet [data-area="${CELL}"]`).click();
    await resident().locator('.readout', { hasText: '向阳第一网格' }).waitFor();
    await shot('local-map-sheet');
    await resident().getByRole('button', { name: '就是这里' }).click();
    await hears(resident(), '位置收到了');
    await resident().locator('#file').setInputFiles(LAMP);
    await hears(resident(), '照片收到了');
    await presses(resident(), '确认');
    await hears(resident(), /受理编号[:：]\s*\d{15}/u);

    await hears(supervisor(), '请核实');
    await supervisor().locator('.theirs .thumb img').last().waitFor();
    await page.locator('#map .pin').waitFor();
    await shot('local-verifying');
    await says(supervisor(), '1');
    await hears(supervisor(), '已核实');

    await hears(unit(), '请签收');
    await presses(unit(), '签收');
    await hears(unit(), '已签收');
    await page.locator('#caseFacts .stage', { hasText: '处置中' }).waitFor();
    await presses(unit(), '办结');
    await hears(unit(), '怎么处理');
    await unit().locator('#file').setInputFiles(LAMP);
    await unit().locator('.own .thumb').waitFor();
    await says(unit(), '更换了灯泡和镇流器，已亮灯。');
    await hears(unit(), '已报办结');

    await hears(supervisor(), '请核查');
    await shot('local-checking');
    await presses(supervisor(), '合格');
    await hears(resident(), '更换了灯泡');
    await resident().locator('.choices').last().getByRole('button').first().click();
    await says(resident(), '来得快，修得好，谢谢。');
    await page.locator('#caseFacts .stage', { hasText: '已归档' }).waitFor();
    await history().getByText('非常满意').waitFor();
    expect(await history().locator('li').count()).toBe(6);
    await page.locator('#map .pin.ended').waitFor();
    await shot('local-filed');
  }, 120_000);

  test('shows what anyone wrote as text, in phones, lists, map and widget', async () => {
    await says(resident(), `门口的垃圾没人收 ${HOSTILE}`);
    await resident().locator('.own .bubble', { hasText: HOSTILE }).waitFor();
    await resident().locator('.theirs .bubble').last().waitFor();
    await resident().getByRole('button', { name: '照片、位置和常用词' }).click();
    await resident().getByRole('button', { name: '位置', exact: true }).click();
    await resident().locator(`.sheet [data-area="${CELL}"]`).click();
    await resident().getByLabel('地名或门牌').fill(HOSTILE);
    await resident().getByRole('button', { name: '就是这里' }).click();
    await hears(resident(), HOSTILE);
    await presses(resident(), '确认');
    await hears(supervisor(), HOSTILE);
    await page.locator('#caseFacts', { hasText: '待核实' }).waitFor();
    await page.locator('#caseFacts .what', { hasText: HOSTILE }).waitFor();
    await shot('local-hostile');
    expect(await page.title()).toBe('网格 · 本地运行');
    expect(await page.locator('#caseHistory img, #caseFacts img, script[src]').count()).toBe(0);
    expect(await resident().locator('.bubble img, .bubble script').count()).toBe(0);
  });

  test('moves the clock: an hour later the limit is past and everyone is told', async () => {
    await page.locator('#clock', { hasText: '10:00' }).waitFor();
    await page.getByRole('button', { name: '拨快 1 小时' }).click();
    await page.locator('#clock', { hasText: '11:00' }).waitFor();
    await page.getByRole('button', { name: '拨快 1 天' }).click();
    await page.locator('#clock', { hasText: '9月29日' }).waitFor();
    await page.locator('#caseFacts', { hasText: '已超时' }).waitFor();
    await page.locator('#map .pin.late').waitFor();
    await shot('local-overdue');
  });

  test('shows how far a long move of the clock has come, and takes no second one meanwhile', async () => {
    const clock = Promise.withResolvers<object>();
    const moving = { to: Date.parse('2026-09-30T11:00:00+08:00'), done: 120, left: 180, messages: 7 };
    const tellMoving = (told: Page) =>
      told.route('**/local/state', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...((await response.json()) as object), moving } });
      });
    await page.route('**/local/clock', async (route) => route.fulfill({ json: await clock.promise }));
    const enabled = page.locator('#clockButtons button:enabled');
    await enabled.first().click();
    await page.getByText('正在拨钟').waitFor();
    expect(await enabled.count()).toBe(0);
    await tellMoving(page);
    await page
      .getByText('正在把时钟拨到 9月30日 11:00：到期的事办了 120 件，还有 180 件，7 条消息在路上')
      .waitFor();
    await shot('local-moving');
    // Somebody else's page, opened while it lasts.
    const other = await browser.newPage();
    await tellMoving(other);
    await other.goto(cloud.url);
    await other.getByText('正在把时钟拨到').waitFor();
    expect(await other.locator('#clockButtons button:enabled').count()).toBe(0);
    await other.unroute('**/local/state');
    await other.locator('#clockButtons button:enabled').nth(1).waitFor();
    await other.close();
    await page.unroute('**/local/state');
    clock.resolve({ stuck: '1 in turns.fifo' });
    await page.getByText('有事没办成').waitFor();
    await enabled.nth(1).waitFor();
    await page.unroute('**/local/clock');
  });

  test('draws the widget of the dashboard in a frame that can do nothing', async () => {
    const frame = page.locator('#widget');
    // No scripts, no forms, no navigation: this page may only read from it what is clicked.
    expect(await frame.getAttribute('sandbox')).toBe('allow-same-origin');
    expect(await page.locator('#widgetPopupFrame').getAttribute('sandbox')).toBe('allow-same-origin');
    await page.frameLocator('#widget').getByText('建设路街道').waitFor();
  });

  test('goes down the map of the dashboard to the ledger of a cell, up again, and asks who handles a matter', async () => {
    const widget = page.frameLocator('#widget');
    const popup = page.frameLocator('#widgetPopupFrame');
    await page.getByRole('button', { name: '地图', exact: true }).click();
    await widget.locator('.map').waitFor();
    await shot('console-city');
    await widget.locator('.list a.t', { hasText: '建设路街道' }).click();
    await widget.locator('b', { hasText: '建设路街道' }).first().waitFor();
    await shot('console-street');
    // By the shape itself: only where it is drawn does it take the click.
    await widget.locator('.map a[title^="向阳社区"] path').first().click();
    await widget.locator('.map a[title^="向阳第一网格"]').waitFor();
    await widget.getByLabel('事项').fill('路灯坏了');
    await widget.getByLabel('地点').fill('建设路12号');
    await shot('console-community');
    await widget.locator('.map a[title^="向阳第一网格"] path').first().click();
    await popup.getByText('责任台账').waitFor();
    await popup.getByText('向阳第一网格 网格监督员').waitFor();
    await shot('console-ledger');
    await page.getByRole('button', { name: '关闭', exact: true }).click();
    await widget.locator('a.btn').click();
    await popup.getByText('派遣规则').waitFor();
    await popup.getByText('✓ 由它定').first().waitFor();
    await shot('console-route');
    await page.getByRole('button', { name: '关闭', exact: true }).click();
    expect(await widget.getByLabel('事项').inputValue()).toBe('路灯坏了');
    await widget.locator('p a.t').first().click();
    await widget.locator('.list a.t', { hasText: '建设路街道' }).waitFor();
    await page.getByRole('button', { name: '按环节', exact: true }).click();
    await widget.locator('th', { hasText: '待核实' }).waitFor();
  });

  test('logs each step in one line', async () => {
    await page.locator('#log div', { hasText: 'takeTurn' }).last().waitFor();
    expect(await page.locator('#log div').count()).toBeLessThanOrEqual(400);
  });

  test('is the same after it is opened again', async () => {
    await page.reload();
    await hears(resident(), /受理编号[:：]/u);
    await page.locator('#caseFacts', { hasText: '已超时' }).waitFor();
    expect(await page.locator('#caseSelect option').count()).toBe(2);
  });

  test('makes room for another resident, who knows nothing of the first', async () => {
    await page.getByRole('button', { name: '换一位新居民' }).click();
    await resident().locator('.own').first().waitFor({ state: 'detached' });
    await hears(resident(), '您好');
    expect(await resident().locator('.list .message').count()).toBe(1);
    await hears(supervisor(), '请核实');
  });

  test('works on a phone: one part at a time, nothing wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    for (const tab of ['居民', '网格员', '单位', '这一件', '后台']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.waitForFunction('document.documentElement.scrollWidth === 390');
      await shot(`local-narrow-${tab}`);
      expect(await contrastFaults(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await contrastFaults(page)).toEqual([]);
  });

  test('has made no fault of its own on the way', () => {
    expect(faults).toEqual([]);
  });
});

describe('the doors of the web channel', () => {
  const ask = async (path: string, token = '', body?: unknown): Promise<unknown> => {
    const response = await fetch(`${cloud.url}${path}`, {
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    return response.json();
  };

  test('answer in the shapes of the contract', async () => {
    const { token } = sessionAnswerSchema.parse(await ask('/web/sessions', '', {}));
    turnAnswerSchema.parse(
      await ask('/web/turns', token, { id: 'c1', said: { kind: 'text', text: '进度' } }),
    );
    photoAnswerSchema.parse(await ask('/web/photos', token, { size: 1_000, type: 'image/png' }));
    areasAnswerSchema.parse(await ask('/city/areas'));
    errorAnswerSchema.parse(await ask('/web/cases'));
    errorAnswerSchema.parse(await ask('/web/turns', token, { id: 'c2', said: { kind: 'dance' } }));
    const staff = await cloud.token('web:S001');
    const { messages } = messagesAnswerSchema.parse(await ask('/web/messages?after=0', staff));
    expect(messages.some((message) => 'said' in message)).toBe(true);
    expect(messages.some((message) => 'reply' in message && message.photoUrls)).toBe(true);
    const { cases } = casesAnswerSchema.parse(await ask('/web/cases', staff));
    caseAnswerSchema.parse(await ask(`/web/cases/${cases[0]?.number}`, staff));
  });
});

describe('the phone page by itself', () => {
  test('serves a new resident on a real phone’s width', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 780 },
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
    });
    const own = await context.newPage();
    await own.goto(`${cloud.url}/chat`);
    await own.getByText('您好，这里是网格服务').waitFor();
    await own.screenshot({ path: join(SHOTS, 'phone-welcome.png') });
    await own.getByLabel('说说您遇到的事').fill('建设路12号门口黑灯瞎火的');
    await own.getByLabel('说说您遇到的事').press('Enter');
    await own.locator('.choices').last().waitFor();
    await own.screenshot({ path: join(SHOTS, 'phone-chat.png') });
    expect(await contrastFaults(own)).toEqual([]);
    await context.close();
  });
});
