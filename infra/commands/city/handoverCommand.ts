import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printFault } from '../../../shared/city/Fault.ts';
import { handOverLedger } from '../../../shared/city/handOverLedger.ts';
import { readCityFolder } from '../../../shared/city/readCityFolder.ts';
import { readText } from '../../../shared/city/source/readText.ts';
import type { LedgerRow } from '../../../shared/domain/city/City.ts';
import type { HandedRow, HandOver, HandOverRefusal } from '../../../shared/domain/ledger/handOverRows.ts';
import { dateText, dayOf } from '../../../shared/domain/time/Instant.ts';
import { publishCommand } from './publishCommand.ts';
import { readArguments, TARGET_HELP, TARGET_OPTIONS } from './readArguments.ts';
import { readChecked, tellFaults } from './readChecked.ts';
import { readDate } from './readDate.ts';
import { repeatedOptions } from './repeatedOptions.ts';
import { Stop } from './Stop.ts';
import type { Surroundings } from './Surroundings.ts';

const HELP = `交接：从某一天起，一个人的岗位都由另一个人负责；改写 ledger.csv，其余各行不动
From a day on somebody else holds the posts of a person: rewrites ledger.csv and leaves all else as it is

  npm run city -- handover DIR FROM TO --on 2027-01-01 [options]

  --on DATE        从这一天起由 TO 负责，FROM 到前一天为止 / the first day of the new one
  --area CODE      只交接这个区域里的岗位 / only posts in this area
  --name --phone --channel   TO 是新来的人时写明 / who TO is, when the ledger does not know them
  --publish        改完就发布：在办的事随台账一起转过去，两边都会收到通知 / publish at once
${TARGET_HELP}`;

const text = { type: 'string' } as const;
const OPTIONS = {
  ...TARGET_OPTIONS,
  on: text,
  area: text,
  name: text,
  phone: text,
  channel: text,
  publish: { type: 'boolean', default: false },
} as const;

export const handoverCommand = async (args: readonly string[], around: Surroundings): Promise<number> => {
  const read = readArguments(args, { help: HELP, options: OPTIONS, words: 3 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const [dir = '', from = '', to = ''] = read.words;
  const { area, name, phone = '', channel = 'web' } = read.values;
  if (read.values.on === undefined) throw new Stop('要写明从哪一天起交接，例如 --on 2027-01-01', 2);
  const on = readDate('--on', read.values.on);
  const today = dateText(dayOf((around.now ?? Date.now)()));
  if (on < today) throw new Stop(`--on ${on} 已经过去了：从今天起就写 --on ${today}，或写以后的日子`, 1);
  if (!(await readChecked(dir, around))) return 1;
  const order: HandOver = {
    from,
    to,
    on,
    ...(area === undefined ? {} : { area }),
    ...(name === undefined ? {} : { newcomer: { name, phone, channel } }),
  };
  const edited = handOverLedger(await ledgerText(dir), order);
  if (edited.kind === 'refused') throw new Stop(REFUSALS[edited.refusal.code](edited.refusal), 1);
  if (!(await passes(dir, edited.text, around))) return 1;
  await writeLedger(dir, edited.text);
  for (const change of edited.changes) around.out(`  ${tellRow(change)}`);
  around.out(`${dir}/ledger.csv 已改 ${edited.changes.length} 行：${on} 起由 ${to} 接替 ${from}`);
  if (read.values.publish) return publishCommand([dir, ...targetWords(read.values)], around);
  around.out(`发布后生效：npm run city -- publish ${dir}${repeatedOptions(read.values)}`);
  return 0;
};

/** Whether the folder would pass with this ledger: a phone that is none, a deputy without a post. Says what is wrong when not. */
const passes = async (dir: string, ledger: string, around: Surroundings): Promise<boolean> => {
  const changed = new Map([['ledger.csv', Buffer.from(ledger)]]);
  const { city, faults, notes } = await readCityFolder(dir, undefined, changed);
  for (const note of notes) around.err(`提示 ${printFault(note)}`);
  if (city) return true;
  // The ledger with them is nowhere to be checked again.
  tellFaults(faults, around, true);
  around.err(`这样交接通不过检查，${dir}/ledger.csv 没有改；行号是改了以后的。请改正命令里写的，再执行一次`);
  return false;
};

const REFUSALS: { readonly [C in HandOverRefusal['code']]: (refusal: HandOverRefusal) => string } = {
  samePerson: () => '交出和接手的是同一个人',
  unknownPerson: (refusal) => `台账里没有 ${personOf(refusal)}：请核对 ledger.csv 的 person 一列`,
  unknownSuccessor: (refusal) =>
    `台账里没有 ${personOf(refusal)}：新来的人请加 --name 姓名 --phone 工作电话 --channel 渠道`,
  noPosts: (refusal) => `${personOf(refusal)} 在那一天没有可以交接的岗位：请核对 --on 和 --area`,
};

const personOf = (refusal: HandOverRefusal): string => ('person' in refusal ? refusal.person : '');

const ledgerText = async (dir: string): Promise<string> => {
  const bytes = await readFile(join(dir, 'ledger.csv'));
  const { read = '' } = readText(bytes);
  // The mark that tells spreadsheets of UTF-8 stays, where there is one.
  return bytes[0] === 0xef && !read.startsWith('\uFEFF') ? `\uFEFF${read}` : read;
};

/** Whole or not at all. */
const writeLedger = async (dir: string, content: string): Promise<void> => {
  const file = join(dir, 'ledger.csv');
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
};

const tellRow = ({ row, was, isNew }: HandedRow<LedgerRow>): string => {
  const post = [row.area, row.role, row.unit].filter(Boolean).join(' ');
  if (isNew && was?.person !== row.person) return `${post}：${row.from} 起 ${row.name}（${row.person}）`;
  if (was?.person !== row.person) return `${post}：${was?.person} 改为 ${row.name}（${row.person}）`;
  if (!isNew && was.to !== row.to) return `${post}：${row.name}（${row.person}）到 ${row.to} 为止`;
  const named = (key: 'deputy' | 'superior', title: string): readonly string[] =>
    was[key] === row[key] ? [] : [`${title} ${was[key]} 改为 ${row[key] ?? '空'}`];
  const since = isNew ? `${row.from} 起` : '';
  return `${post} ${row.name}（${row.person}）：${since}${[...named('deputy', '代理'), ...named('superior', '上级')].join('，')}`;
};

const targetWords = (values: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(TARGET_OPTIONS).flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' ? [`--${name}`, value] : [];
  });
