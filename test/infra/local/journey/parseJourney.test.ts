import { parseJourney } from '../../../../infra/local/journey/parseJourney.ts';

const read = (text: string) => parseJourney('j/a.yaml', text, 'cities');
const head = 'people:\n  张三: resident\nsteps:\n';

describe('parseJourney', () => {
  test('reads the whole format', () => {
    const journey = read(`title: 路灯
city: example
at: 2026-09-28T10:00:00+08:00
people:
  张三: resident
  李四: resident@wechaty
  网格员: { post: supervisor, area: "990101001001001" }
  路灯所: { post: handler, unit: U03 }
steps:
  - 张三 says: 1
  - 张三 hears: 路灯
  - 张三 hears: /受理编号[:：]\\s*(?<case>\\S+)/
  - 张三 sends: { location: [121.4712, 31.2304], name: 建设路12号 }
  - 张三 sends: { photo: lamp.jpg }
  - 张三 sends: { id: m1, text: 01037 }
  - 网格员 presses: 属实
  - code: { person: S001, as: $code }
  - wait: 2h
  - wait: until 2026-10-13T17:31:00+08:00
  - expect: { case: $case, status: handling, overdue: false, service: 01037, due: 2026-09-28T14:30:00+08:00 }
  - 张三 hears nothing
`);
    expect(journey).toMatchObject({
      title: '路灯',
      cityDir: 'cities/example',
      at: Date.parse('2026-09-28T02:00:00Z'),
    });
    expect(journey.people).toEqual([
      { name: '张三', kind: 'resident', channel: 'web' },
      { name: '李四', kind: 'resident', channel: 'wechaty' },
      { name: '网格员', kind: 'staff', post: 'supervisor', area: '990101001001001' },
      { name: '路灯所', kind: 'staff', post: 'handler', unit: 'U03' },
    ]);
    expect(journey.steps.map(({ line: _line, written: _written, ...action }) => action)).toEqual([
      { kind: 'sends', person: '张三', sent: { kind: 'text', text: '1' } },
      { kind: 'hears', person: '张三', wanted: { kind: 'part', text: '路灯' } },
      {
        kind: 'hears',
        person: '张三',
        wanted: { kind: 'expression', source: '受理编号[:：]\\s*(?<case>\\S+)', flags: '' },
      },
      {
        kind: 'sends',
        person: '张三',
        sent: { kind: 'place', lng: 121.4712, lat: 31.2304, name: '建设路12号' },
      },
      {
        kind: 'sends',
        person: '张三',
        sent: { kind: 'photo', file: expect.stringMatching(/\/j\/lamp\.jpg$/) },
      },
      { kind: 'sends', person: '张三', sent: { kind: 'text', text: '01037' }, id: 'm1' },
      { kind: 'presses', person: '网格员', choice: '属实' },
      { kind: 'code', person: 'S001', variable: 'code' },
      { kind: 'wait', duration: { unit: 'natural', ms: 7_200_000 } },
      { kind: 'at', at: Date.parse('2026-10-13T09:31:00Z') },
      {
        kind: 'expect',
        expected: {
          case: '$case',
          status: 'handling',
          overdue: 'false',
          service: '01037',
          due: '2026-09-28T14:30:00+08:00',
        },
      },
      { kind: 'hearsNothing', person: '张三' },
    ]);
    expect(journey.steps[2]).toMatchObject({
      line: 12,
      written: '张三 hears: /受理编号[:：]\\s*(?<case>\\S+)/',
    });
  });

  test('takes a path to a city, relative to the file', () => {
    expect(read(`city: ../towns/x\n${head}  - 张三 says: 你好\n`).cityDir).toMatch(/\/towns\/x$/);
  });

  test.each([
    ['a: [', 1, /not YAML/],
    ['- 1', 1, /A journey has the keys title, city, at, people, steps/],
    ['titel: x\n', 1, /cannot have "titel". Known here: title/],
    ['people: { 张三: resident }\n', 1, /has no steps/],
    ['people: { 张三: citizen }\nsteps: []\n', 1, /neither a resident nor a post/],
    ['people: { 张三: resident@fax }\nsteps: []\n', 1, /no channel "fax". There are: web, wechaty/],
    ['people:\n  网格员: { post: boss, area: "1" }\nsteps: []\n', 2, /post is one of supervisor/],
    ['people:\n  网格员: { post: supervisor }\nsteps: []\n', 2, /Add area: "a code" or unit/],
    [`at: tomorrow\n${head}  - 张三 says: x\n`, 1, /no instant/],
    [
      `${head}  - 张山 says: x\n`,
      4,
      /nobody here is called "张山". Add them under people, or use one of: 张三/,
    ],
    [`${head}  - 张三 shouts: x\n`, 4, /not understood/],
    [`${head}  - 张三\n`, 4, /not understood/],
    [`${head}  - 张三 hears: /(/\n`, 4, /no regular expression/],
    [`${head}  - 张三 hears:\n`, 4, /not written out|not a text/],
    [`${head}  - wait: 2 hours\n`, 4, /no duration. Write 30m, 8h/],
    [`${head}  - wait: until noon\n`, 4, /no instant/],
    [`${head}  - 张三 sends: { location: [1] }\n`, 4, /not a point/],
    [`${head}  - 张三 sends: { location: [a, 2] }\n`, 4, /not a number/],
    [`${head}  - 张三 sends: { photo: a.jpg, text: b }\n`, 4, /one thing is sent at a time/],
    [`${head}  - expect: { status: closed }\n`, 4, /has no case/],
    [`${head}  - expect: { case: $case }\n`, 4, /nothing is expected/],
    [
      `${head}  - expect: { case: $case, state: closed }\n`,
      4,
      /cannot have "state". Known here: case, status/,
    ],
    [`${head}  - 张三 says: x\n    张三 hears: y\n`, 4, /more than one thing/],
  ])('names file, line and remedy for %j', (text, line, problem) => {
    const fault = (() => {
      try {
        read(text);
        return undefined;
      } catch (error) {
        return error as Error;
      }
    })();
    expect(fault?.name).toBe('JourneyFault');
    expect(fault?.message).toMatch(problem);
    expect(fault?.message).toMatch(new RegExp(`^j/a\\.yaml:${line}: `));
  });

  test('reads what becomes of the city, and people by their ids', () => {
    const journey = read(`people:
  刘敏: { person: S099 }
steps:
  - publish: ../town
  - publish: { file: catalog.yaml, from: 1h, to: 2h }
  - hand over: { from: S001, to: S099, on: 2026-10-01, name: 刘敏 }
`);
    expect(journey.people).toEqual([{ name: '刘敏', kind: 'person', id: 'S099' }]);
    expect(journey.steps).toMatchObject([
      { kind: 'publishes', folder: expect.stringMatching(/\/town$/u) },
      { kind: 'changes', file: 'catalog.yaml', from: '1h', to: '2h' },
      { kind: 'handsOver', words: ['S001', 'S099', '--on', '2026-10-01', '--name', '刘敏'] },
    ]);
    expect(() => read(`${head}  - hand over: { from: S001 }`)).toThrow(/has no to/u);
    expect(() => read(`${head}  - publish: { file: a, from: b }`)).toThrow(/has no to/u);
  });
});
