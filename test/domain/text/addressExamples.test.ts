import { buildPlaceFinder } from '../../../shared/domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../../../shared/domain/text/openPlaces.ts';
import { packPlaces } from '../../../shared/domain/text/packPlaces.ts';
import { ADDRESS_EXAMPLES, TOWN_PLACES } from './addressExamples.ts';
import { readAddressExample } from './support/readAddressExample.ts';
import { letters, seen, unseen } from './utterances.ts';

/** Understood wrongly as yet: these names go on into words that no rule knows. */
const NOT_YET = new Set(['五一 路边', '人民广场舞太吵', '和平桥头堡奶茶店']);

describe('a written example', () => {
  test('is one of at least two hundred, each written once', () => {
    expect(ADDRESS_EXAMPLES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(ADDRESS_EXAMPLES.map(({ said }) => said)).size).toBe(ADDRESS_EXAMPLES.length);
  });

  test.each(ADDRESS_EXAMPLES.filter(({ said }) => !NOT_YET.has(said)))('$said', (example) => {
    const { got, wanted } = readAddressExample(example);
    expect(got).toEqual(wanted);
  });

  test('that is not understood as yet is known', () => {
    expect(
      ADDRESS_EXAMPLES.filter((example) => !readAddressExample(example).right).map(({ said }) => said),
    ).toEqual(ADDRESS_EXAMPLES.map(({ said }) => said).filter((said) => NOT_YET.has(said)));
  });
});

test('no report of another city is taken to name a place, or to miss one, but for a road that this town has, too', () => {
  const { find, miss } = buildPlaceFinder(openPlaces(packPlaces(TOWN_PLACES)));
  const taken = [...seen, ...unseen, ...letters].flatMap(({ text }) => {
    const said = find(text)
      .map(({ name }) => name)
      .concat(miss(text)?.said ?? []);
    return said.length === 0 ? [] : [[text, ...said]];
  });
  expect(taken).toEqual([['人民路那边的路灯白天亮晚上反而灭了', '人民路']]);
});
