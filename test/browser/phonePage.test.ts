import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { AreasAnswer } from '../../shared/contracts/web.ts';
import { contrastFaults } from './support/contrastFaults.ts';
import { exampleAreas } from './support/exampleAreas.ts';
import { FakeDoors } from './support/FakeDoors.ts';
import { largeAreas } from './support/largeAreas.ts';
import { makePng } from './support/makePng.ts';
import { openBrowser } from './support/openBrowser.ts';

const HOSTILE =
  '<img src=x onerror="document.title=\'taken\'"><script>document.title="taken"</script>=HYPERLINK("x")';

let browser: Browser;
let doors: FakeDoors;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  mkdirSync('artifacts/screenshots', { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());
const openDoors = async (areas: (box: string | undefined) => AreasAnswer): Promise<void> => {
  doors = new FakeDoors(areas);
  await doors.open();
};
beforeEach(async () => {
  await openDoors(exampleAreas);
  context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await doors.close();
});

/** Resolves when the page has done all it does by itself: what is asked of it then is next. */
const open = async (fragment = '#token=mine'): Promise<void> => {
  const greets = fragment !== '' && doors.messages.length === 0;
  await page.goto(`${doors.origin}/chat${fragment}`);
  if (greets) await until(() => doors.arrived.length > 0);
  if (fragment) await until(() => doors.listeners > 0 || doors.trouble.noSocket);
};
const until = async (holds: () => boolean | Promise<boolean>, ms = 8_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Did not come true: ${holds}`);
    await pause(25);
  }
};
const input = () => page.getByLabel('说说您遇到的事');
const say = async (text: string): Promise<void> => {
  await input().fill(text);
  await input().press('Enter');
};
const heard = () => page.locator('.list .theirs .bubble').allTextContents();
const ownTexts = () => page.locator('.own .bubble').allTextContents();
const texts = (inbound: readonly { said: unknown }[]) =>
  inbound.map(({ said }) => (said as { text?: string }).text);

describe('a newcomer', () => {
  test('costs nothing until the first word, and then has one conversation', async () => {
    await open('');
    await page.locator('#welcome', { hasText: '您好' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([doors.sessions, doors.fetches]).toEqual([0, 0]);
    await say('路灯坏了');
    await say('在建设路');
    await until(() => doors.arrived.length === 2);
    await page.getByText('收到').nth(1).waitFor();
    expect(doors.sessions).toBe(1);
    expect(texts(doors.arrived)).toEqual(['路灯坏了', '在建设路']);
  });

  test('is known again when the page is opened again', async () => {
    await open('');
    await say('路灯坏了');
    await page.getByText('收到').waitFor();
    await page.reload();
    await page.locator('.own', { hasText: '路灯坏了' }).waitFor();
    expect(await heard()).toEqual(['收到']);
    expect(doors.sessions).toBe(1);
  });

  test('with a link of their own is greeted once, and the token leaves the address', async () => {
    doors.replies = () => [{ text: '您好，王敏。' }];
    await open();
    await page.getByText('您好，王敏。').waitFor();
    expect(doors.arrived.map(({ said }) => said.kind)).toEqual(['hello']);
    expect(page.url()).not.toContain('token');
    await page.reload();
    await page.getByText('您好，王敏。').waitFor();
    expect(doors.arrived).toHaveLength(1);
  });
});

describe('the greeting', () => {
  const kinds = () => doors.arrived.map(({ said }) => said.kind);
  const goSlowly = async (door: string): Promise<() => void> => {
    const letGo = doors.hold(door);
    await page.goto(`${doors.origin}/chat#token=mine`);
    await until(() => doors.asked.includes(door));
    return letGo;
  };

  test('on its way comes before what is said meanwhile', async () => {
    const letGo = await goSlowly('POST /web/turns');
    await say('路灯坏了');
    await page.locator('.own', { hasText: '路灯坏了' }).waitFor();
    // Time to overtake, if it could.
    await pause(200);
    letGo();
    await until(() => doors.arrived.length === 2);
    expect(kinds()).toEqual(['hello', 'text']);
  });

  test('is left out when the person has spoken before it', async () => {
    const letLook = await goSlowly('GET /web/messages');
    const letSpeak = doors.hold('POST /web/turns');
    await say('路灯坏了');
    letLook();
    await until(() => doors.listeners > 0);
    letSpeak();
    await say('在建设路');
    await until(() => doors.arrived.length === 2);
    expect(kinds()).toEqual(['text', 'text']);
  });

  test('comes as soon as the conversation can be looked at, and once', async () => {
    await page.route('**/web/messages*', (route) => route.abort());
    await page.goto(`${doors.origin}/chat#token=mine`);
    await page.getByText('网络不通，正在重试').waitFor();
    expect(kinds()).toEqual([]);
    await page.unroute('**/web/messages*');
    await page.getByText('收到').waitFor();
    await say('路灯坏了');
    await until(() => doors.arrived.length === 2);
    expect(kinds()).toEqual(['hello', 'text']);
  });
});

describe('what is said', () => {
  test('is shown as text, whoever wrote it', async () => {
    await open();
    doors.tell({
      text: HOSTILE,
      choices: [HOSTILE, '好'],
      point: { lng: 121.46, lat: 31.22, name: HOSTILE },
    });
    await say(HOSTILE);
    await until(async () => (await heard()).length === 3);
    expect(await heard()).toContain(HOSTILE);
    expect(await ownTexts()).toEqual([HOSTILE]);
    await page.locator('.placeCard').first().click();
    await page.locator('.sheet h2').waitFor();
    expect(await page.locator('.sheet h2').textContent()).toBe(HOSTILE);
    expect(await page.title()).toBe('网格服务');
    expect(await page.locator('#transcript img, #transcript script').count()).toBe(0);
    await page.screenshot({ path: 'artifacts/screenshots/phone-hostile.png' });
    await page.getByRole('button', { name: '关闭' }).click();
  });

  test('cannot become markup even by a mistake of the page', async () => {
    await open();
    const tried = page.evaluate('document.body.innerHTML = "<b>x</b>"');
    await expect(tried).rejects.toThrow(/TrustedHTML/u);
  });

  test('fails in sight, and goes out once with the same id when it is sent again', async () => {
    await open();
    doors.trouble.turns = { status: 503, times: 1 };
    await say('路灯坏了');
    await page.getByText('系统暂时忙不过来').waitFor();
    expect(doors.arrived.filter(({ said }) => said.kind === 'text')).toHaveLength(0);
    const id = await page.locator('.own').getAttribute('data-id');
    await page.screenshot({ path: 'artifacts/screenshots/phone-failed.png' });
    await page.getByRole('button', { name: '重新发送' }).click();
    await until(() => doors.arrived.some((inbound) => inbound.id === id));
    await until(async () => (await page.locator('.delivery').count()) === 0);
    expect(await ownTexts()).toEqual(['路灯坏了']);
  });

  test('that is refused tells the remedy and offers no useless retry', async () => {
    await open();
    doors.trouble.turns = { status: 400, times: 1 };
    await say('长话');
    await page.getByText('请把话说短一点。').waitFor();
    expect(await page.getByRole('button', { name: '重新发送' }).count()).toBe(0);
    await page.getByRole('button', { name: '删去' }).click();
    expect(await ownTexts()).toEqual([]);
  });

  test('keeps its order and is shown once, whatever is pushed and fetched twice', async () => {
    doors.replies = ({ said }) => [{ text: `答${said.kind === 'text' ? said.text : ''}` }];
    await open();
    await say('一');
    await say('二');
    await until(async () => (await heard()).includes('答二'));
    const { connections } = doors;
    doors.cut();
    await until(() => doors.connections > connections);
    await say('三');
    await until(async () => (await heard()).includes('答三'));
    const order = await page.locator('.list .bubble').allTextContents();
    expect(order.slice(1)).toEqual(['一', '答一', '二', '答二', '三', '答三']);
  });
});

describe('a message', () => {
  test('says what its person could see and when, and says the same when it is sent again', async () => {
    await open();
    await page.getByText('收到').waitFor();
    doors.trouble.turns = { status: 503, times: 1 };
    await say('路灯坏了');
    await page.getByText('系统暂时忙不过来').waitFor();
    const { failed } = doors;
    doors.tell({ text: '有一件新任务' });
    await page.getByText('有一件新任务').waitFor();
    await page.getByRole('button', { name: '重新发送' }).click();
    await until(() => doors.arrived.length === 2);
    const [, again] = doors.arrived;
    expect(again).toEqual(failed[0]);
    expect(again?.upTo).toBe(1);
    expect(Math.abs((again?.at ?? 0) - Date.now())).toBeLessThan(20_000);
  });
});

describe('an answer', () => {
  test('comes at once to the page that asked, by a push to another of the same person, and to each once', async () => {
    await open();
    const other = await context.newPage();
    await other.goto(`${doors.origin}/chat`);
    await until(() => doors.listeners === 2);
    const { pushes } = doors;
    doors.replies = () => [{ text: '马上看' }];
    await say('路灯坏了');
    await other.getByText('马上看').waitFor();
    await page.getByText('马上看').waitFor();
    expect([await heard(), await ownTexts()]).toEqual([['收到', '马上看'], ['路灯坏了']]);
    expect(doors.pushes).toBe(pushes + 1);
    expect(await other.locator('.list .theirs .bubble').allTextContents()).toEqual(['收到', '马上看']);
  });

  test('to words that were put off is not overtaken: what is said next names them', async () => {
    await open();
    doors.trouble.putOff = true;
    await say('一');
    await say('二');
    await until(() => doors.arrived.length === 3);
    doors.trouble.putOff = false;
    await say('三');
    await say('四');
    await until(() => doors.arrived.length === 5);
    const [, one, two, three, four] = doors.arrived;
    expect([one, two, three, four].map((turn) => turn?.after)).toEqual([
      undefined,
      one?.id,
      two?.id,
      undefined,
    ]);
    await until(async () => (await heard()).length === 5);
    expect(await page.locator('.list .bubble').allTextContents()).toEqual([
      '收到',
      '一',
      '收到',
      '二',
      '收到',
      '三',
      '收到',
      '四',
      '收到',
    ]);
  });
});

describe('the connection', () => {
  test('is made again after it is lost, and brings what was said meanwhile', async () => {
    await open();
    doors.trouble.noSocket = true;
    doors.cut();
    await until(() => doors.listeners === 0);
    doors.tell({ text: '断线时说的话' });
    doors.trouble.noSocket = false;
    await page.getByText('断线时说的话').waitFor({ timeout: 8_000 });
    await until(() => doors.listeners > 0);
  });

  test('that loses a push is found out by the gap the next one leaves', async () => {
    await open();
    await page.getByText('收到').waitFor();
    doors.trouble.silent = true;
    doors.tell({ text: '丢了的话' });
    doors.trouble.silent = false;
    doors.tell({ text: '后一句话' });
    await page.getByText('丢了的话').waitFor();
    const order = await heard();
    expect(order.slice(-2)).toEqual(['丢了的话', '后一句话']);
  });

  test('that cannot be had at all is replaced by asking', async () => {
    doors.trouble.noSocket = true;
    doors.trouble.putOff = true;
    await open();
    await say('路灯坏了');
    await until(async () => (await heard()).length === 2);
  });

  test('that has no server says so, and recovers by itself', async () => {
    await open();
    await context.setOffline(true);
    await say('有人吗');
    await page.getByText('网络不通。请看看手机是否联网').waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: '重新发送' }).click();
    await until(() => texts(doors.arrived).includes('有人吗'));
  });

  test('whose token is no longer good ends with a way to begin anew', async () => {
    doors.tokens = ['t1'];
    await open('');
    await page.evaluate('localStorage.setItem("wangge.token", "old")');
    await page.reload();
    await page.getByText('凭证失效了').waitFor();
    expect(await input().isDisabled()).toBe(true);
    await page.getByRole('button', { name: '开始新的对话' }).click();
    await say('路灯坏了');
    await page.getByText('收到').waitFor();
  });
});

describe('photo, place and choice', () => {
  const file = (buffer: Buffer, name = 'lamp.png', mimeType = 'image/png') => ({ name, mimeType, buffer });
  const attach = (photo: ReturnType<typeof file>) => page.locator('#file').setInputFiles(photo);

  test('a photo goes up and then is said; a failed upload is sent again as the same message', async () => {
    await open();
    doors.trouble.uploads = 1;
    await attach(file(makePng()));
    await page.getByText('照片没有传上去').waitFor();
    const id = await page.locator('.own').getAttribute('data-id');
    await page.getByRole('button', { name: '重新发送' }).click();
    await until(() => doors.arrived.some((inbound) => inbound.id === id));
    expect(doors.arrived.at(-1)?.said).toEqual({
      kind: 'photo',
      key: expect.stringMatching(/^photos\/web\.me\//u),
    });
    expect(doors.uploads).toHaveLength(1);
    await page.getByRole('button', { name: '看大图' }).click();
    await page.locator('.photoSheet img').waitFor();
    await page.keyboard.press('Escape');
  });

  test.each([
    ['larger than 10 MB', file(Buffer.alloc(10 * 1024 * 1024 + 1, 1)), '超过 10 MB'],
    ['not an image', file(Buffer.from('MZ'), 'x.exe', 'application/x-msdownload'), '只能发照片'],
    ['empty', file(Buffer.alloc(0)), '空的'],
  ])('a file that is %s is refused with the reason before anything is sent', async (_what, bad, words) => {
    await open();
    await attach(bad);
    await page.getByText(words).waitFor();
    expect(doors.arrived.map(({ said }) => said.kind)).toEqual(['hello']);
  });

  test('a place is tapped on the map, named, and sent', async () => {
    await open();
    doors.tell({ text: '事情在哪里？', wants: 'place' });
    await page.getByRole('button', { name: '在地图上点出位置' }).click();
    const map = await page.locator('.cityMap').boundingBox();
    if (!map) throw new Error('There is no map');
    await page.touchscreen.tap(map.x + 4, map.y + 4);
    await page.getByText('不在服务范围内').waitFor();
    expect(await page.getByRole('button', { name: '就是这里' }).isDisabled()).toBe(true);
    await page.touchscreen.tap(map.x + map.width * 0.25, map.y + map.height / 2 - 20);
    await page.locator('.readout', { hasText: '湖滨社区' }).waitFor();
    await page.getByLabel('地名或门牌').fill('湖滨路3号');
    await page.screenshot({ path: 'artifacts/screenshots/phone-map.png' });
    await page.getByRole('button', { name: '就是这里' }).click();
    await until(() => doors.arrived.at(-1)?.said.kind === 'place');
    expect(doors.arrived.at(-1)?.said).toEqual({
      kind: 'place',
      lng: expect.closeTo(121.462, 2),
      lat: expect.closeTo(31.223, 2),
      name: '湖滨路3号',
    });
    await page.locator('.own .placeCard', { hasText: '湖滨路3号' }).waitFor();
  });

  test('a place in a large city: a tap is a place at once, comes closer, and at last names the cell', async () => {
    await doors.close();
    await openDoors(largeAreas);
    await open();
    doors.tell({ text: '事情在哪里？', wants: 'place' });
    await page.getByRole('button', { name: '在地图上点出位置' }).click();
    const map = await page.locator('.cityMap').boundingBox();
    if (!map) throw new Error('There is no map');
    const spot = { x: map.x + map.width * 0.4, y: map.y + map.height * 0.4 };
    const cells = () => page.locator('.cityMap .cells path').count();
    expect([await cells(), doors.boxes]).toEqual([16, []]);
    await page.touchscreen.tap(spot.x, spot.y);
    await page.locator('.readout', { hasText: '街道' }).waitFor();
    expect(await page.getByRole('button', { name: '就是这里' }).isEnabled()).toBe(true);
    await page.locator('[data-area^="community."]').first().waitFor({ state: 'attached' });
    const tapMiddle = () => page.touchscreen.tap(map.x + map.width / 2, map.y + map.height / 2);
    for (let taps = 0; taps < 4 && (await page.locator('[data-area^="grid."]').count()) === 0; taps++) {
      await tapMiddle();
      await pause(600);
    }
    await tapMiddle();
    await page.locator('.readout', { hasText: '网格' }).waitFor();
    await page.screenshot({ path: 'artifacts/screenshots/phone-large-map.png' });
    expect(await cells()).toBeLessThanOrEqual(16 + 600);
    expect(doors.boxes.length).toBeLessThanOrEqual(4);
    // Without the network the map stays, and a tap is still a place.
    doors.trouble.noMap = true;
    const asked = doors.boxes.length;
    for (let step = 0; step < 12; step++) await page.getByRole('button', { name: '缩小' }).click();
    await page.mouse.move(map.x + map.width * 0.52, map.y + map.height * 0.52);
    for (let step = 0; step < 30; step++) await page.mouse.wheel(0, -100);
    await until(() => doors.boxes.length > asked);
    const before = await page.locator('.pin.chosen').getAttribute('data-x');
    await tapMiddle();
    await until(async () => (await page.locator('.pin.chosen').getAttribute('data-x')) !== before);
    await page.getByRole('button', { name: '就是这里' }).click();
    await until(() => doors.arrived.at(-1)?.said.kind === 'place');
    expect(doors.arrived.at(-1)?.said).toMatchObject({
      lng: expect.closeTo(121.6, 0),
      lat: expect.closeTo(31.36, 0),
    });
  });

  test('the map can be walked and answered from the keyboard', async () => {
    await open();
    doors.tell({ text: '事情在哪里？', wants: 'place' });
    await page.getByRole('button', { name: '在地图上点出位置' }).click();
    await page.locator('.cityMap').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await until(() => doors.arrived.at(-1)?.said.kind === 'place');
  });

  test('a card is pressed once and says which; a menu is answered by its label', async () => {
    doors.replies = ({ said }) =>
      said.kind === 'hello' ? [{ text: '选哪个？', choices: ['甲', '乙'] }] : [];
    await open();
    await page.getByRole('button', { name: '乙' }).click();
    await until(() => texts(doors.arrived).includes('乙'));
    expect(await page.getByRole('button', { name: '甲' }).isDisabled()).toBe(true);
    doors.tell({ text: '请核实', card: 'n#3#1', choices: ['属实', '不属实'] });
    await page.getByRole('button', { name: '属实', exact: true }).click();
    await until(() => doors.arrived.at(-1)?.said.kind === 'press');
    expect(doors.arrived.at(-1)?.said).toEqual({ kind: 'press', card: 'n#3#1', choice: '属实' });
    expect(await page.getByRole('button', { name: '不属实' }).isDisabled()).toBe(true);
  });
});

describe('the page', () => {
  test('stays usable with a long conversation', async () => {
    for (let n = 1; n <= 400; n += 1) doors.tell({ text: `第${n}句` });
    await open();
    await page.getByText('第400句').waitFor();
    expect(await page.locator('.list .message').count()).toBe(100);
    await page.locator('#transcript').evaluate('(node) => { node.scrollTop = 0 }');
    await page.getByRole('button', { name: '查看更早的消息' }).click();
    await page.getByText('第205句').waitFor();
    doors.tell({ text: '新来的一句' });
    await page.getByRole('button', { name: '1 条新消息' }).click();
    await page.getByText('新来的一句').waitFor();
    await until(() => page.getByRole('button', { name: '条新消息' }).isHidden());
  });

  test('fits a narrow phone and can be read: no sideways scrolling, contrast AA', async () => {
    doors.replies = () => [
      {
        text: '请核对：\n事项：路灯不亮\n位置：建设路12号',
        point: { lng: 121.46, lat: 31.22, name: '建设路12号' },
      },
      { text: '对吗？', choices: ['确认', '返回', '取消'], wants: 'photo' },
    ];
    await page.setViewportSize({ width: 320, height: 640 });
    await open();
    await say('长'.repeat(300));
    await until(() => doors.arrived.length === 2);
    await page.getByRole('button', { name: '照片、位置和常用词' }).click();
    doors.trouble.turns = { status: 503, times: 1 };
    await page.getByRole('button', { name: '进度' }).click();
    await page.getByText('系统暂时忙不过来').waitFor();
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(wide).toBe(320);
    expect(await contrastFaults(page)).toEqual([]);
    await page.screenshot({ path: 'artifacts/screenshots/phone-narrow.png' });
  });

  test('is reached by keyboard and read aloud', async () => {
    await open();
    const log = page.getByRole('log');
    expect(await log.getAttribute('aria-live')).toBe('polite');
    const unnamed = await page.evaluate<number>(
      `[...document.querySelectorAll('button, input:not([hidden]), textarea')].filter((n) => n.checkVisibility() && !n.textContent.trim() && !n.getAttribute('aria-label')).length`,
    );
    expect(unnamed).toBe(0);
    await input().focus();
    await input().fill('第一行');
    await input().press('Shift+Enter');
    await input().press('a');
    expect(doors.arrived.filter(({ said }) => said.kind === 'text')).toHaveLength(0);
    await input().press('Tab');
    await page.keyboard.press('Enter');
    await until(() => texts(doors.arrived).includes('第一行\na'));
  });
});
