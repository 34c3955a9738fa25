import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Service } from '../shared/domain/city/City.ts';
import { maskPrivate } from '../shared/domain/privacy/maskPrivate.ts';
import { buildClassifier } from '../shared/domain/text/buildClassifier.ts';
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

const cases = spoken.map(({ text }) => `${text}，我的电话13812345678，身份证110101199003071234`);
const masked = times(50, () => {
  for (const text of cases) maskPrivate(text);
});
row('private data: one short message', `${(masked / cases.length).toFixed(1)} µs`);
