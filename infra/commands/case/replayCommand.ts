import type { Entry } from '../../../shared/domain/case/CaseEvent.ts';
import { formatInstant, type Instant } from '../../../shared/domain/time/Instant.ts';
import { readArguments } from '../city/readArguments.ts';
import { Stop } from '../city/Stop.ts';
import type { CaseSurroundings } from './CaseTarget.ts';
import { CASE_HELP, CASE_OPTIONS, readHistory, readNumber } from './caseArguments.ts';
import { hideResidents } from './hideResidents.ts';
import { readInstant } from './readInstant.ts';
import { stepsOf } from './stepsOf.ts';
import { tellState } from './tellState.ts';

const HELP = `一件事在过去某一刻是什么样：从头重放到那一刻
不显示报事人、电话、各人写的话、照片和门牌
A case as it stood at a past instant, rebuilt from its history.
Shows no reporter, no telephone, nothing that anybody wrote, no photo and no address.

  npm run case -- replay NUMBER --at 2026-09-30T16:40:00+08:00 [options]
  npm run case -- replay NUMBER --seq 3 [options]

  --at INSTANT     那一刻；不写时区就是北京时间 / the instant; without a zone +08:00
  --seq N          第 N 条之后 / after entry N
  --json           重放出来的内容，私人内容已隐去 / what was rebuilt, redacted
${CASE_HELP}`;

export const replayCommand = async (args: readonly string[], around: CaseSurroundings): Promise<number> => {
  const options = {
    ...CASE_OPTIONS,
    at: { type: 'string' },
    seq: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  const read = readArguments(args, { help: HELP, options, words: 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const number = readNumber(read.words[0]);
  const upTo = readUpTo(read.values);
  const target = await around.open(read.values);
  const past = pastOf(await readHistory(target, number), upTo);
  const last = stepsOf(past).at(-1);
  if (!last) throw new Error(`${number}: nothing to replay`);
  if (read.values.json) {
    around.out(JSON.stringify({ ...(hideResidents()(last.after) as object), hash: last.after.hash }));
    return 0;
  }
  const by = { rules: await target.cities.at(last.after.city), know: await target.cities.current() };
  const when = 'at' in upTo ? `${formatInstant(upTo.at)} 的样子，` : '';
  around.out(`${number}  ${when}第 ${last.entry.seq} 条（${formatInstant(last.entry.at)}）之后`);
  for (const line of tellState(last.after, by)) around.out(line);
  return 0;
};

type UpTo = { readonly at: Instant } | { readonly seq: number };

const readUpTo = ({
  at,
  seq,
}: {
  readonly at?: string | undefined;
  readonly seq?: string | undefined;
}): UpTo => {
  if ((at === undefined) === (seq === undefined))
    throw new Stop(at === undefined ? '请写 --at 时刻，或 --seq 第几条' : '--at 和 --seq 只写一个', 2);
  if (at !== undefined) return { at: readInstant('--at', at) };
  const count = /^[1-9]\d{0,5}$/u.test(seq ?? '') ? Number(seq) : undefined;
  if (count === undefined) throw new Stop(`--seq ${seq} 不对：请写 1 起的整数`, 2);
  return { seq: count };
};

const pastOf = (history: readonly Entry[], upTo: UpTo): readonly Entry[] => {
  const [first] = history;
  if ('seq' in upTo) {
    if (upTo.seq > history.length) throw new Stop(`没有第 ${upTo.seq} 条：这一件有 ${history.length} 条`, 1);
    return history.slice(0, upTo.seq);
  }
  const past = history.filter(({ at }) => at <= upTo.at);
  if (past.length === 0) throw new Stop(`那时还没有这一件：它是 ${formatInstant(first?.at ?? 0)} 登记的`, 1);
  return past;
};
