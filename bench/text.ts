import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Place, Service } from '../shared/domain/city/City.ts';
import { maskPrivate } from '../shared/domain/privacy/maskPrivate.ts';
import { buildClassifier } from '../shared/domain/text/buildClassifier.ts';
import { buildPlaceFinder } from '../shared/domain/text/buildPlaceFinder.ts';
import { letters, seen, type Utterance, unseen } from '../test/domain/text/utterances.ts';

/** Processor time of this thread, not wall time: the machine may be busy with other things. Microseconds. */
const processorTime = (work: () => void): number => {
  const before = process.threadCpuUsage();
  work();
  const used = process.threadCpuUsage(before);
  return used.user + used.system;
};
const times = (count: number, work: () => void): number => {
  for (let turn = 0; turn < count / 10; turn++) work();
  return (
    processorTime(() => {
      for (let turn = 0; turn < count; turn++) work();
    }) / count
  );
};
const row = (what: string, figure: string) => console.log(`${what.padEnd(58)}${figure}`);
const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;

const { services } = parse(
  readFileSync(new URL('../cities/example/catalog.yaml', import.meta.url), 'utf8'),
) as {
  services: readonly Service[];
};

const cold = processorTime(() => buildClassifier(services.slice(0, 80)));
row('classifier: first build in a process, 80 services', `${(cold / 1000).toFixed(1)} ms`);
const built = times(50, () => buildClassifier(services));
row(`classifier: build again, ${services.length} services`, `${(built / 1000).toFixed(1)} ms`);
const classify = buildClassifier(services);
const spoken = [...seen, ...unseen];
const short = times(50, () => {
  for (const { text } of spoken) classify(text);
});
row('classifier: one short message', `${(short / spoken.length).toFixed(1)} µs`);
const long = '我们小区门口的路灯坏了没人修，旁边的垃圾也到处都是。'.repeat(100);
row('classifier: one message of 2,000 characters', `${times(200, () => classify(long)).toFixed(0)} µs`);

const measure = (name: string, set: readonly Utterance[]) => {
  const results = set.map(({ text, service }) => {
    const { guesses, sure } = classify(text);
    return { rank: guesses.findIndex((guess) => guess.service === service), sure };
  });
  const count = (fits: (result: (typeof results)[number]) => boolean) => results.filter(fits).length;
  const figures = [
    `top 1 ${share(
      count(({ rank }) => rank === 0),
      set.length,
    )}`,
    `top 3 ${share(
      count(({ rank }) => rank >= 0),
      set.length,
    )}`,
    `sure ${share(
      count(({ sure }) => sure),
      set.length,
    )}`,
    `sure and wrong ${share(
      count(({ sure, rank }) => sure && rank !== 0),
      set.length,
    )}`,
  ];
  row(`classifier: ${name} (${set.length})`, figures.join(', '));
};
measure('utterances, half looked at', seen);
measure('utterances, half never looked at', unseen);
measure('letters', letters);

const SIGNS = [...'东西南北中新老长安平福寿康宁和顺利达昌盛文化学府金玉银铜铁水火木土天地人山川河海江湖'];
const roads = SIGNS.flatMap((one) => SIGNS.map((other) => `${one}${other}路`));
const places: readonly Place[] = Array.from({ length: 100_000 }, (_, at) => {
  const road = roads[at % roads.length] as string;
  const compound = `${roads[(at * 7) % roads.length]}小区${at % 50}`;
  return {
    name: `${road}${Math.floor(at / roads.length) * 7 + 1}号`,
    aliases: [compound],
    lng: 0,
    lat: 0,
    area: '',
    kind: '',
  };
});
const before = process.memoryUsage().heapUsed;
let findPlaces = buildPlaceFinder([]);
const indexed = processorTime(() => {
  findPlaces = buildPlaceFinder(places);
});
const grown = (process.memoryUsage().heapUsed - before) / 1e6;
row(
  'places: index 100,000 places, 200,000 names',
  `${(indexed / 1000).toFixed(0)} ms, about ${grown.toFixed(0)} MB`,
);
const located = spoken.map(
  ({ text }, at) => `${roads[(at * 13) % roads.length]}${(at % 40) * 7 + 1}号${text}`,
);
const found = times(50, () => {
  for (const text of located) findPlaces(text);
});
row('places: one message among 100,000 places', `${(found / located.length).toFixed(1)} µs`);
const cases = located.map((text) => `${text}，我的电话13812345678，身份证110101199003071234`);
const masked = times(50, () => {
  for (const text of cases) maskPrivate(text);
});
row('private data: one short message', `${(masked / cases.length).toFixed(1)} µs`);
