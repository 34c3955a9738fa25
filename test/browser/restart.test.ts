import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { LocalProcess } from '../support/LocalProcess.ts';
import { openBrowser } from './support/openBrowser.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'wangge-restart-'));
let browser: Browser;
let page: Page;
let running: LocalProcess;

beforeAll(async () => {
  running = await LocalProcess.start(dataDir);
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page.setDefaultTimeout(45_000);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await running?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const resident = () => page.frameLocator('[data-person=resident] iframe');
const says = async (words: string): Promise<void> => {
  await resident().getByLabel('说说您遇到的事').fill(words);
  await resident().getByRole('button', { name: '发送' }).click();
};
const hears = (words: string | RegExp) => resident().locator('.theirs', { hasText: words }).last().waitFor();
const widget = (words: string) => page.frameLocator('#widget').getByText(words).waitFor();

test('a page that is open while the run is killed and started again is whole again by itself', async () => {
  await page.goto(running.run.url);
  await says('建设路12号门口的路灯坏了两天了');
  await hears('核对');
  await says('确认');
  await hears(/受理编号/u);
  await page.locator('#caseFacts .stage', { hasText: '待核实' }).waitFor();
  await widget('建设路街道');

  await running.kill();
  await page.getByText('记录断开了').waitFor();
  // Whatever is asked meanwhile finds nobody.
  await page.getByRole('button', { name: '换一位新居民' }).click();
  await widget('组件没有画出来');
  await page.getByRole('button', { name: '拨快 1 小时' }).click();
  await page.getByText('时钟没有拨到').waitFor();

  running = await LocalProcess.start(dataDir);
  await widget('建设路街道');
  await page.getByText('记录断开了').waitFor({ state: 'hidden' });
  await says('进度');
  await hears('网格员');
  await page.getByRole('button', { name: '拨快 1 小时' }).click();
  await page.locator('#caseFacts', { hasText: '已超时' }).waitFor();
  await page.locator('#map .pin.late').waitFor();
  await page.locator('#caseHistory li').nth(1).waitFor();
}, 240_000);

test('a page that is opened while the run is only starting is whole as soon as it is there', async () => {
  const { url } = running.run;
  // The page is there, and what it asks for is not yet.
  const refused = (route: { fulfill: (answer: { status: number }) => Promise<void> }) =>
    route.fulfill({ status: 503 });
  const doors = /\/(?:local\/(?:log|state|widget)|city\/areas)$/u;
  await page.route(doors, refused);
  await page.goto(url);
  await page.getByText('记录断开了').waitFor();
  await page.unroute(doors, refused);
  await page.locator('#map .pin.late').waitFor();
  await widget('建设路街道');
  await page.getByText('记录断开了').waitFor({ state: 'hidden' });
}, 120_000);
