import { ownerName, stageName } from '../../../bots/engine/cases/describeCase.ts';
import { describeHistory } from '../../../bots/engine/cases/describeHistory.ts';
import { doers } from '../../../bots/engine/phrases/happened.ts';
import type { By, Entry } from '../../../shared/domain/case/CaseEvent.ts';
import { firstBreak } from '../../../shared/domain/case/chain.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { readArguments } from '../city/readArguments.ts';
import type { CaseSurroundings } from './CaseTarget.ts';
import { CASE_HELP, CASE_OPTIONS, readHistory, readNumber } from './caseArguments.ts';
import { hideResidents } from './hideResidents.ts';
import { stepsOf } from './stepsOf.ts';
import { tellNewClocks } from './tellClocks.ts';
import { tellState } from './tellState.ts';

const HELP = `一件事的经过：何时、谁、什么事、起了哪个时限、时限怎么算出来的
不显示报事人、电话、各人写的话、照片和门牌
What happened to a case: when, who, what, which clock began, and why it ends when it does.
Shows no reporter, no telephone, nothing that anybody wrote, no photo and no address.

  npm run case -- show NUMBER [options]

  --json           每条记录一行 JSON，私人内容已隐去 / the entries, one a line, redacted
${CASE_HELP}`;

export const showCommand = async (args: readonly string[], around: CaseSurroundings): Promise<number> => {
  const options = { ...CASE_OPTIONS, json: { type: 'boolean', default: false } } as const;
  const read = readArguments(args, { help: HELP, options, words: 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const number = readNumber(read.words[0]);
  const target = await around.open(read.values);
  const history = await readHistory(target, number);
  if (read.values.json) tellJson(history, around);
  else await tellHistory(history, await target.cities.current(), { target, around });
  const broken = firstBreak(history);
  if (broken !== undefined)
    around.err(`当心：第 ${broken} 条起对不上，被改过或者少了。详细：npm run case -- verify ${number}`);
  return 0;
};

const tellJson = (history: readonly Entry[], { out }: CaseSurroundings): void => {
  const hide = hideResidents();
  // Digits in a hash may look like a telephone's: it is told as it is, by it entries are compared.
  for (const entry of history) out(JSON.stringify({ ...(hide(entry) as object), hash: entry.hash }));
};

interface Told {
  readonly target: Awaited<ReturnType<CaseSurroundings['open']>>;
  readonly around: CaseSurroundings;
}

const tellHistory = async (
  history: readonly Entry[],
  know: Knowledge,
  { target, around }: Told,
): Promise<void> => {
  const steps = stepsOf(history);
  const now = steps.at(-1)?.after;
  if (!now) return;
  const by = { rules: await target.cities.at(now.city), know };
  const words = new Map(describeHistory(history, know, 'record').map((line) => [line.seq, line.words]));
  const reporter = now.reporter;
  around.out(`${now.number}  共 ${history.length} 条，城市版本 ${now.city}`);
  for (const line of tellState(now, by)) around.out(line);
  for (const { entry, before, after } of steps) {
    around.out('');
    around.out(`第 ${entry.seq} 条  ${formatInstant(entry.at)}  ${whoOf(entry.by, reporter, know)}`);
    const said = words.get(entry.seq);
    if (said !== undefined) around.out(`    ${said}`);
    if (before?.stage !== after.stage || before.owner !== after.owner)
      around.out(`    → ${stageName(after.stage)}，${ownerName(after.owner, know)}`);
    for (const line of tellNewClocks(before, after, by)) around.out(`    ${line}`);
  }
};

/** Staff by name and id; of residents only whether it is the one who reported it. */
const whoOf = ({ role, person }: By, reporter: string, know: Knowledge): string => {
  if (role === 'resident') return person === reporter ? doers.resident : `另一位${doers.resident}`;
  if (role === 'system') return doers.system;
  // Somebody whom the ledger does not know any more has an id still; a conversation is not one.
  if (person.includes(':')) return doers[role];
  const name = know.nameOf(person);
  return `${doers[role]}${name === undefined ? '' : ` ${name}`}（${person}）`;
};
