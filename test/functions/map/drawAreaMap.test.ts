import { drawAreaMap } from '../../../functions/map/drawAreaMap.ts';
import { drawLedger } from '../../../functions/map/drawLedger.ts';
import { drawRoute } from '../../../functions/map/drawRoute.ts';
import { frame } from '../../../functions/map/frame.ts';
import { mapOfArea } from '../../../shared/application/mapOfArea.ts';
import type { City } from '../../../shared/domain/city/City.ts';
import { knowCity } from '../../../shared/domain/city/knowCity.ts';
import type { Leave } from '../../../shared/domain/ledger/Staffing.ts';
import { at } from '../../support/lifeOf.ts';
import { smallCity, smallKnowledge, WEST } from '../../support/smallCity.ts';
import { smallWorld } from '../../support/smallWorld.ts';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:map';
const HOSTILE = '<script>x</script><cwdb-action action="call" endpoint="arn:x">';
const TODAY = '2026-09-28';
const NOW = at('2026-09-28 10:00');

const draw = async (area: string | undefined, change: Partial<City> = {}, page = 0): Promise<string> => {
  const map = await mapOfArea(smallWorld(smallKnowledge(change)))(area);
  return frame('light', ...drawAreaMap(map, { endpoint: ARN, width: 900, height: 500, page })).text;
};
const without = (...persons: readonly string[]) => ({
  ledger: smallCity.ledger.filter(({ person }) => !persons.includes(person)),
});
const actionsOf = (text: string): readonly string[] =>
  [...text.matchAll(/<cwdb-action[^>]*>(.*?)<\/cwdb-action>/gu)].map(([, asked]) => asked ?? '');

describe('the map of the dashboard', () => {
  test('goes down from the map and from the list, and up by the path; a leaf opens its ledger beside it', async () => {
    expect(actionsOf(await draw('990101001'))).toEqual([
      '{"area":"990101"}',
      '{"area":"990101001001"}',
      '{"show":"route"}',
      '{"area":"990101001001"}',
    ]);
    const text = await draw('990101001001');
    expect(actionsOf(text).filter((asked) => asked === `{"area":"${WEST}","show":"ledger"}`)).toHaveLength(2);
    expect(text).toContain(`display="popup" endpoint="${ARN}">{"area":"${WEST}","show":"ledger"}`);
    expect(text).toContain('name="at" value="990101001001"');
  });

  test('says in words on each shape what its colour means', async () => {
    expect(await draw('990101001001')).toContain('title="西网格 · 在办 0 · 超期 0"');
  });

  test('shows what nobody is there for in red, with who catches it, and nothing red where all is well', async () => {
    expect(await draw('990101001001')).toMatch(/没有空岗/u);
    expect(await draw('990101001001')).not.toMatch(/class="h"|class="red"/u);
    const text = await draw('990101001001', without('S1', 'H1'));
    expect(text.match(/class="h"/gu)).toHaveLength(1);
    expect(text).toContain('title="西网格 · 在办 0 · 超期 0 · 空岗 1"');
    expect(text).toMatch(/西网格<\/b>：<span class="red">没有网格监督员<\/span>，今天起；先由姓名L1接着/u);
    expect(text).toMatch(/整个<b>小城区<\/b>：<span class="red">环卫所没有处置人员/u);
    expect(await draw('990101', without('S1', 'S2'))).toMatch(/2 个网格没有网格监督员/u);
  });

  test('counts a vacancy where it is and in every area above, and says apart what is above', async () => {
    const expert = {
      ...smallCity.ledger[0],
      area: '990101001',
      role: 'expert',
      person: 'E1',
      to: '2026-09-01',
    };
    const ledger = [...without('S1', 'H1').ledger, expert] as City['ledger'];
    const totalOf = (text: string) => /空岗 (\d+)<\/span>(?:（上级另有 (\d+)）)?/u.exec(text)?.slice(1, 3);
    const columnOf = (text: string) =>
      [...text.matchAll(/<td class="num">(?:<span class="red">)?(\d+)(?:<\/span>)?<\/td><\/tr>/gu)].map(
        ([, n]) => n,
      );
    const texts = await Promise.all(
      ['990101', '990101001', '990101001001'].map((area) => draw(area, { ledger })),
    );
    expect(texts.map(totalOf)).toEqual([
      ['3', undefined],
      ['2', '1'],
      ['1', '2'],
    ]);
    expect(texts.map(columnOf)).toEqual([['2'], ['1'], ['1', '0']]);
    expect(texts[2]).toMatch(/上级的空岗，也管到这里[\s\S]*专家岗位没有人接任<\/span>，今天起<\/li>/u);
    expect(texts[2]).toMatch(/不再设的岗位/u);
  });

  test('never says that there is no vacancy where any post is empty, and always what was looked at', async () => {
    const looked = /看的是今天和今后三十天：每个网格的网格监督员[^<]*专家、考核员、管理员/u;
    expect(await draw('990101001001')).toMatch(looked);
    for (const role of ['expert', 'auditor', 'operator', 'leader'] as const) {
      const row = { ...smallCity.ledger[0], area: '990101001001', role, person: 'E1', to: '2026-10-04' };
      const text = await draw('990101001001', {
        ledger: [...smallCity.ledger, row as City['ledger'][number]],
      });
      expect(text).not.toMatch(/没有空岗/u);
      expect(text).toMatch(looked);
      expect(text).toMatch(/2026-10-05 起/u);
    }
  });

  test('has no names, words or codes of a city that become markup', async () => {
    const areas = smallCity.areas.map((area) => ({ ...area, name: HOSTILE }));
    const text = await draw('990101001001', { areas, ...without('S1') });
    expect(text).not.toMatch(/<script|endpoint="arn:x"/u);
    expect(text.match(/<cwdb-action/gu)).toHaveLength(actionsOf(text).length);
  });

  test('of ten thousand areas draws some on the ground of the whole, says so, and is quickly turned over', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => {
      const [x, y] = [121 + (i % 100) / 1_000, 31 + Math.floor(i / 100) / 1_000];
      const [east, north] = [x + 0.001, y + 0.001];
      const ring = [
        [x, y],
        [east, y],
        [east, north],
        [x, north],
        [x, y],
      ] as const;
      return {
        code: `9901010010010${String(i + 1).padStart(5, '0')}`,
        name: `${i + 1}格`,
        level: 'grid' as const,
        parent: '990101001001',
        polygons: [[ring]],
      };
    });
    const areas = [...smallCity.areas.slice(0, 3), ...many];
    const text = await draw('990101001001', { areas, ...without('S1', 'S2'), places: [] }, 100);
    expect(text).toMatch(/400 个，1200 个只画底图，8400 个不画/u);
    // A square of a hundred by a hundred, though the first sixteen rows alone are drawn.
    expect(text).toMatch(/class="map" style="width:(33\d)px;height:390px"/u);
    expect(text).toMatch(/<svg class="over under"><path class="n" transform="translate\(0 0\)"/u);
    expect(text).toMatch(/空岗 10000/u);
    expect(text.match(/<li>/gu)).toHaveLength(20);
    expect(text).toMatch(/还有 9980 处：看表里/u);
    expect([...text.matchAll(/"page":(\d+)/gu)].map(([, page]) => Number(page))).toEqual([
      0, 90, 99, 101, 110, 199,
    ]);
    expect(Buffer.byteLength(text)).toBeLessThan(300_000);
  });

  test('draws the most pressing four hundred to be clicked, the others behind, and says so; the list has pages', async () => {
    const square = (i: number) => {
      const [x, y] = [121 + (i % 25) / 100, 31 + Math.floor(i / 25) / 100];
      return [
        [
          [
            [x, y],
            [x + 0.01, y],
            [x + 0.01, y + 0.01],
            [x, y + 0.01],
            [x, y],
          ] as const,
        ],
      ];
    };
    const many = Array.from({ length: 500 }, (_, i) => ({
      code: `990101001001${String(i + 1).padStart(3, '0')}`,
      name: `${i + 1}格`,
      level: 'grid' as const,
      parent: '990101001001',
      polygons: square(i),
    }));
    const areas = [...smallCity.areas.slice(0, 3), ...many];
    const [like] = smallCity.ledger;
    const supervisor = { ...like, area: '990101001001' } as (typeof smallCity.ledger)[number];
    const ledger = [supervisor, ...smallCity.ledger.slice(2)];
    const text = await draw('990101001001', { areas, ledger, places: [] });
    expect(text.match(/<a title=/gu)).toHaveLength(400);
    expect(text).toMatch(/最要紧的 400 个，100 个只画底图，都从表里进/u);
    expect(text).toContain('{"area":"990101001001","page":1}');
    expect(Buffer.byteLength(text)).toBeLessThan(200_000);
    const last = await draw('990101001001', { areas, ledger, places: [] }, 99);
    expect(last).toMatch(/第 451–500 个，共 500 个/u);
    const pages = (shown: string) => [...shown.matchAll(/"page":(\d+)/gu)].map(([, page]) => Number(page));
    expect(pages(text)).toEqual([1, 9]);
    expect(pages(last)).toEqual([0, 8]);
  });
});

describe('the ledger of a leaf', () => {
  const ledgerOf = (change: Partial<City> = {}, leaves: readonly Leave[] = []): string =>
    drawLedger(knowCity({ ...smallCity, ...change }, { staffing: { bindings: {}, leaves } }), WEST, TODAY)
      .text;

  test('names post, person, superior and term, the phone masked, and the units that lead', () => {
    const text = ledgerOf();
    expect(text).toMatch(
      /西网格 网格监督员<\/td><td>姓名S1<\/td><td>138\*\*\*\*0000<\/td><td><\/td><td>姓名L1<\/td><td>2025-01-01 – 至今/u,
    );
    expect(text).not.toMatch(/13800000000|姓名S2/u);
    expect(text).toMatch(`npm run city -- route --service 01037 --leaf ${WEST}，或看 ledger.csv`);
    expect(text).toMatch(/路灯管理所<\/td><td>路灯异常<\/td><td>姓名H3/u);
    expect(text).toMatch(/没有主办单位<\/td><td>无人管/u);
  });

  test('has the desk whichever unit staffs it; people of units stand with their units', () => {
    const ledger = smallCity.ledger.map((row) => (row.person === 'D1' ? { ...row, unit: 'U00' } : row));
    const [posts = '', units = ''] = ledgerOf({ ledger }).split('各事项的主办单位');
    expect(posts).toMatch(/一街道 派遣员<\/td><td>姓名D1/u);
    expect(posts).not.toMatch(/姓名H3|姓名L3/u);
    expect(units).toMatch(/姓名H3/u);
  });

  test('says who is on leave and who stands in, or that nobody does', () => {
    const away = [{ person: 'S1', from: TODAY }];
    expect(ledgerOf({}, away)).toMatch(/请假，由 姓名L1 代/u);
    expect(ledgerOf()).not.toMatch(/请假/u);
    expect(ledgerOf({}, [...away, { person: 'L1', from: TODAY }])).toMatch(
      /class="red">[^<]*请假，没有人代/u,
    );
  });

  test('shows each person once, also whoever stands in for a colleague of the same post', () => {
    const [first] = smallCity.ledger;
    const two = ['H3', 'H4'].map((person) => ({
      ...first,
      role: 'handler',
      area: '990101',
      unit: 'U03',
      person,
      name: `姓名${person}`,
    }));
    const ledger = [
      ...smallCity.ledger.filter(({ person }) => person !== 'H3'),
      ...two.map((row) => ({ ...row, deputy: row.person === 'H3' ? 'H4' : 'H3' })),
    ] as City['ledger'];
    const text = ledgerOf({ ledger }, [{ person: 'H3', from: TODAY }]);
    expect(text).toMatch(/路灯管理所<\/td><td>路灯异常<\/td><td>姓名H4<\/td>/u);
  });

  test('says which posts above are empty', () => {
    const row = {
      ...smallCity.ledger[0],
      area: '990101001',
      role: 'auditor',
      person: 'A1',
      to: '2026-09-01',
    };
    const text = ledgerOf({ ledger: [...smallCity.ledger, row as City['ledger'][number]] });
    expect(text).toMatch(/一街道<\/b>：<span class="red">考核员岗位没有人接任/u);
    expect(ledgerOf()).not.toMatch(/没有人接任/u);
  });

  test('says in red that nobody supervises, and when somebody will', () => {
    const ledger = smallCity.ledger.map((row) =>
      row.person === 'S1' ? { ...row, from: '2026-10-01' } : row,
    );
    const text = ledgerOf({ ledger });
    expect(text).toMatch(/class="red">没有网格监督员/u);
    expect(text).toMatch(/姓名S1 <span class="soft">还没到/u);
  });
});

describe('the question of who handles a matter', () => {
  const ask = (service?: string, place?: string): string =>
    drawRoute(smallKnowledge(), { service, place }, NOW).text;

  test('is answered with every rule in order, who answers, and the limits in words', () => {
    const text = ask('路灯异常', '建设路12号');
    expect(text).toMatch(/主办：<b>路灯管理所<\/b>/u);
    expect(text.match(/<li[^>]*>(?:01037|01\*|\*)@/gu)).toHaveLength(12);
    expect(text).toMatch(/01\*@990101 小城区：主办 路灯管理所 <b>✓ 由它定/u);
    expect(text).toMatch(/网格监督员：<b>姓名S1<\/b>（网格监督员） 138\*\*\*\*0000/u);
    expect(text).toMatch(/处置 2 个工作日/u);
    expect(text).not.toMatch(/13800000000/u);
    expect(text).toMatch(`npm run city -- route --service 01037 --leaf ${WEST}`);
  });

  test.each([
    ['01037', WEST],
    ['路灯不亮', '121.471,31.231'],
  ])('takes %s at %s', (service, place) => {
    expect(ask(service, place)).toMatch(/主办：<b>路灯管理所/u);
  });

  test.each([
    [undefined, '建设路12号', /事项和地点都要写/u],
    ['路灯异常', '  ', /事项和地点都要写/u],
    ['xyz', '建设路12号', /没有事项像“xyz”/u],
    ['路灯异常', '南极', /没有找到地点“南极”/u],
    ['路灯异常', '31.231,121.471', new RegExp(`经纬度好像写反了[\\s\\S]*121\\.471,31\\.231 ${WEST}`, 'u')],
    ['路灯异常', '39.9，116.4', /经纬度好像写反了[\s\S]*116\.4,39\.9/u],
    ['路灯异常', '121.1,31.2', /121\.1,31\.2 不在任何网格里/u],
    ['路灯异常', '990101', new RegExp(`不是最末级[\\s\\S]*${WEST}`, 'u')],
    [HOSTILE, HOSTILE, /&lt;script&gt;/u],
  ])('%s at %s is answered with what is missing', (service, place, words) => {
    const text = ask(service, place);
    expect(text).toMatch(words);
    expect(text).not.toMatch(/<script|<cwdb/u);
  });

  test('says that nobody leads', () => {
    expect(ask('无人管', '建设路12号')).toMatch(/class="red">没有主办单位/u);
  });
});
