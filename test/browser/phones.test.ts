import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type LocalCloud, startLocalCloud } from '../../infra/local/LocalCloud.ts';
import { contrastFaults } from './support/contrastFaults.ts';
import { openBrowser } from './support/openBrowser.ts';

const SHOTS = 'artifacts/screenshots';
let dataDir: string;
let cloud: LocalCloud;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  dataDir = mkdtempSync(join(tmpdir(), 'wangge-phones-'));
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
const heading = (key: string, words: string) =>
  page.locator(`[data-person=${key}] h2`, { hasText: words }).waitFor();
const hears = (key: string, words: string | RegExp) =>
  phone(key).locator('.list .theirs', { hasText: words }).last().waitFor();
const says = async (key: string, words: string): Promise<void> => {
  await phone(key).getByLabel('说说您遇到的事').fill(words);
  await phone(key).getByRole('button', { name: '发送' }).click();
};
const turn = (words: string) => page.locator('#caseFacts .turn', { hasText: words });
const hits = () => page.locator('#pickerList button');
const find = async (words: string): Promise<void> => {
  await page.getByLabel('找一个岗位').fill(words);
};
const add = () => page.getByRole('button', { name: '再加一部手机' });

test('whoever’s turn it is and has no phone open is given one from the case', async () => {
  await says('resident', '建设路12号门口的路灯坏了两天了');
  await hears('resident', '核对');
  await says('resident', '确认');
  await hears('supervisor', '请核实');
  // The supervisor's own phone is there.
  await turn('网格员 王秀英').waitFor();
  expect(await turn('网格员').getByRole('button').count()).toBe(0);
  await says('supervisor', '属实');
  await hears('unit', '请签收');
  await says('unit', '退回');
  await hears('unit', '为什么退回');
  await says('unit', '不归我们管，是小区自己的灯');
  await turn('派遣员 梁建国').waitFor();
  await shot('local-turn');
  // What is being written in a phone that stays must not be lost.
  await phone('supervisor').getByLabel('说说您遇到的事').fill('写了一半');
  await turn('派遣员').getByRole('button', { name: '打开TA的手机' }).click();
  await heading('more1', '梁建国');
  await hears('more1', /请.*派遣/u);
  await turn('派遣员').getByRole('button').waitFor({ state: 'detached' });
  expect(await phone('supervisor').getByLabel('说说您遇到的事').inputValue()).toBe('写了一半');
  await shot('local-phones-4');
}, 120_000);

test('any post is found by what it is called, and takes over a phone', async () => {
  await page.getByRole('button', { name: '把单位路灯管理所的手机换成别人' }).click();
  await find('建设路领导');
  await hits().filter({ hasText: '宋文斌' }).waitFor();
  await page.locator('#pickerRoles').getByRole('button', { name: '专家' }).click();
  await page.getByText('没有找到这样的岗位').waitFor();
  await find('');
  await hits().filter({ hasText: '何春花' }).waitFor();
  await page.locator('#pickerRoles').getByRole('button', { name: '全部' }).click();
  await page.getByText('还有更多').waitFor();
  expect(await hits().count()).toBe(30);
  await find('王秀英');
  await hits()
    .filter({ hasText: '王秀英' })
    .and(hits().filter({ hasText: '手机开着' }))
    .waitFor();
  await shot('local-picker');
  expect(await contrastFaults(page)).toEqual([]);
  await find('专家 何春花');
  await hits().filter({ hasText: '何春花' }).first().click();
  await heading('unit', '何春花');
  await hears('unit', '您好');
  expect(await phone('supervisor').getByLabel('说说您遇到的事').inputValue()).toBe('写了一半');
});

test('there is room for six, side by side and to be reached at every width', async () => {
  for (const key of ['more2', 'more3']) {
    await add().click();
    await page.getByRole('button', { name: '一位新居民', exact: true }).click();
    await hears(key, '您好');
  }
  await heading('more2', '王居民');
  await heading('more3', '张居民');
  expect(await add().isDisabled()).toBe(true);
  await shot('local-phones-6');
  expect(await contrastFaults(page)).toEqual([]);
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction(`document.documentElement.scrollWidth === ${width}`);
    const widths = await page
      .locator('.phone:visible')
      .evaluateAll((all) => all.map((one) => one.clientWidth));
    expect([width, widths.length, widths.every((each) => each >= 280)]).toEqual([
      width,
      width === 390 ? 1 : 6,
      true,
    ]);
  }
  await page.getByRole('tab', { name: '派遣员' }).click();
  await hears('more1', /请.*派遣/u);
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.getByRole('tab', { name: '专家' }).click();
  await expect(phone('unit').locator('#status').isVisible()).resolves.toBe(true);
  await shot('local-phones-1024');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('where there is no room, one is put away first', async () => {
  await page.getByRole('button', { name: '把专家何春花的手机换成别人' }).click();
  await page.getByRole('button', { name: '一位新居民', exact: true }).click();
  await heading('unit', '刘居民');
  await phone('more1').locator('.choices').last().getByRole('button', { name: '示例区供电公司' }).click();
  await turn('单位 示例区供电公司 何晓燕、谢立新').getByText('先收起一部').waitFor();
  await page.getByRole('button', { name: '收起居民张居民的手机' }).click();
  await turn('供电公司').getByRole('button', { name: '打开TA的手机' }).waitFor();
  expect(await page.locator('.phone').count()).toBe(5);
});

test('the phones are the same when the page is opened again', async () => {
  const before = await page.locator('.phone').evaluateAll((all) => all.map((one) => one.ariaLabel));
  expect(before).toEqual([
    '居民李居民的手机',
    '网格员王秀英的手机',
    '居民刘居民的手机',
    '派遣员梁建国的手机',
    '居民王居民的手机',
  ]);
  await page.reload();
  await hears('more2', '您好');
  expect(await page.locator('.phone').evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual(before);
});

test('the case shows all that runs, waits, is owed and hangs together', async () => {
  const clock = {
    name: 'task:U02',
    limit: 'handle',
    stepName: '办好',
    ownerName: '市政设施养护所',
    since: 0,
    due: 0,
    dueText: '10月08日 17:30',
    overdue: true,
    provisional: true,
    explained: '从 09月28日 10:00 起 2 个工作日',
    next: { step: 'yellow', at: Date.parse('2026-10-09T17:30:00+08:00') },
  };
  const more = {
    rounds: 1,
    urgent: true,
    clocks: [clock],
    tasks: [
      {
        unit: 'U03',
        unitName: '路灯管理所',
        share: 'lead',
        status: 'handling',
        statusName: '处置中',
        personName: '冯振宇',
      },
      {
        unit: 'U02',
        unitName: '市政所',
        share: 'assist',
        status: 'waiting',
        statusName: '等前一家',
        after: 'U03',
      },
    ],
    request: {
      kind: 'extend',
      kindName: '申请延期',
      unit: 'U03',
      unitName: '路灯管理所',
      by: '2wd',
      reason: '等灯具',
      approverName: '示例区的领导',
    },
    paused: { kind: 'material', since: 0, sinceText: '09月28日 11:00', words: '是哪一盏？' },
    owed: [{ code: 'plan', name: '平面图', due: 0, dueText: '09月30日 17:30' }],
    promise: '三天内补上',
    into: '202609280000007',
    listed: {
      unit: 'U03',
      unitName: '路灯管理所',
      since: Date.parse('2026-10-15T09:00:00+08:00'),
      due: 0,
      dueText: '10月29日 17:30',
    },
  };
  await page.route('**/panel', async (route) => {
    const response = await route.fetch();
    const panel = (await response.json()) as { shown: object };
    const json = { ...panel, shown: { ...panel.shown, ...more }, merged: ['202609280000008'] };
    await route.fulfill({ response, json });
  });
  await page.reload();
  await page.locator('#caseFacts', { hasText: '挂牌督办' }).waitFor();
  const facts = await page.locator('#caseFacts').textContent();
  for (const words of [
    '市政设施养护所办好 10月08日 17:30（已超时） 暂定',
    '从 09月28日 10:00 起 2 个工作日',
    '下一步：10月9日 17:30 黄牌',
    '主办 路灯管理所：处置中，交给冯振宇',
    '协办 市政所：等前一家，在路灯管理所之后',
    '路灯管理所申请延期 2 个工作日',
    '理由：等灯具。等示例区的领导批。',
    '等居民补充，从 09月28日 11:00 起停钟',
    '是哪一盏？',
    '平面图，09月30日 17:30 前补齐',
    '承诺：三天内补上',
    '202609280000007',
    '202609280000008',
    '路灯管理所，10月15日 09:00 挂牌，要求 10月29日 17:30 前办好',
    '第 1 轮',
    '紧急',
  ])
    expect(facts).toContain(words);
  expect(await contrastFaults(page)).toEqual([]);
  await shot('local-case-all');
  await page.unroute('**/panel');
});

test('has made no fault of its own on the way', () => {
  expect(faults).toEqual([]);
});
