import type { Place } from '../shared/domain/city/City.ts';
import { buildPlaceFinder } from '../shared/domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../shared/domain/text/openPlaces.ts';
import { packPlaces } from '../shared/domain/text/packPlaces.ts';
import { ADDRESS_EXAMPLES } from '../test/domain/text/addressExamples.ts';
import { readAddressExample } from '../test/domain/text/support/readAddressExample.ts';
import { letters, seen, unseen } from '../test/domain/text/utterances.ts';
import { against, type Figure, perSecond } from './Figure.ts';

const SIGNS = [
  ...'建设解放人民文昌学府滨江望和平中山向阳金桂锦绣朝晖临福寿康宁安泰兴隆永长春秋青松翠竹梅兰东南西北',
];
const HAN = /[\u4e00-\u9fff]/u;

/** So many places of a made-up city: doors along roads and buildings of compounds, each also as it is often said. */
const madeUp = (count: number): readonly Place[] => {
  const draw = seeded(20_260_928);
  const names = [...new Set(Array.from({ length: 6_000 }, () => `${pick(SIGNS, draw)}${pick(SIGNS, draw)}`))];
  return Array.from({ length: count }, (_, at) => {
    const stem = names[at % names.length] as string;
    const number = Math.floor(at / names.length) * 7 + 1;
    const [name, alias] =
      at % 2 === 0
        ? [`${stem}路${number}号`, `${stem}${number}号院`]
        : [`${stem}小区${number}幢`, `${stem}里${number}幢`];
    return { name, aliases: [alias], lng: 121 + draw(), lat: 31 + draw(), area: '990101001001001', kind: '' };
  });
};

const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
const pick = <T>(list: readonly T[], draw: () => number): T => list[Math.floor(draw() * list.length)] as T;

const milliseconds = (work: () => void): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
};

/** Finding places by what people say: among a hundred thousand, and how many of the written examples are understood. */
export const run = async (): Promise<readonly Figure[]> => {
  const places = madeUp(100_000);
  let bytes: Uint8Array = new Uint8Array();
  const packed = milliseconds(() => {
    bytes = packPlaces(places);
  });
  const first = `${places[4_242]?.name}门口的路灯坏了`;
  let finder = buildPlaceFinder(openPlaces(bytes));
  const opened = milliseconds(() => {
    finder = buildPlaceFinder(openPlaces(bytes.slice()));
    finder.find(first);
  });
  const spoken = [...seen, ...unseen, ...letters].map(({ text }) => text);
  const said = spoken.map((text, at) => `${places[(at * 7_919) % places.length]?.name}${text}`);
  const missing = spoken.map((text, at) =>
    `${places[(at * 7_919) % places.length]?.name}${text}`.replace(HAN, '龘'),
  );
  const hostile = places
    .slice(0, 1_000)
    .map(({ name }) => name)
    .join('')
    .slice(0, 2_000);
  const right = ADDRESS_EXAMPLES.filter((example) => readAddressExample(example).right).length;
  return [
    { what: 'written examples understood', value: `${right} of ${ADDRESS_EXAMPLES.length}` },
    {
      what: `of ${spoken.length} reports that name no place of the city, taken to name or to miss one`,
      value: String(spoken.filter((text) => finder.find(text).length > 0 || finder.miss(text)).length),
    },
    { what: '100,000 places, 200,000 names: packed when published', value: `${packed.toFixed(0)} ms` },
    against('packed size', bytes.byteLength / 1e6, { most: 15, unit: 'MB' }),
    against('bytes to first answer', opened, { most: 10, unit: 'ms' }),
    against(
      'messages with a place, looked up',
      perSecond(20_000, (i) => finder.find(said[i % said.length] as string)),
      { least: 20_000, unit: '/s' },
    ),
    against(
      'what nobody knows: a road without the number, a wrong character',
      perSecond(300, (i) => finder.miss(missing[i % missing.length] as string)),
      { least: 50, unit: '/s' },
    ),
    against(
      '2,000 characters of nothing but places',
      milliseconds(() => finder.find(hostile)),
      { most: 50, unit: 'ms' },
    ),
  ];
};
