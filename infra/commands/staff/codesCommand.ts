import { type FileHandle, open } from 'node:fs/promises';
import { describePosts } from '../../../bots/engine/binding/describePosts.ts';
import { issueCode } from '../../../shared/application/issueCode.ts';
import { showCode } from '../../../shared/domain/ledger/accessCode.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { readArguments } from '../city/readArguments.ts';
import { Stop } from '../city/Stop.ts';
import { peopleOf } from './peopleOf.ts';
import { readDays } from './readDays.ts';
import type { StaffSurroundings, StaffTarget } from './StaffTarget.ts';
import { DAYS, DAYS_HELP, STAFF_HELP, STAFF_OPTIONS } from './staffArguments.ts';

const HELP = `给还没有聊天账号的人各发一个绑定码；以前发给他们的作废
A code for everybody of the ledger who has no chat account yet

  npm run staff -- codes --unbound [--csv FILE] [--days N] [options]

  --unbound        还没有账号的人：没有绑定，台账上也没有写微信等账号 / those who cannot be reached yet
  --csv FILE       写进表格文件，屏幕上不显示；发完请删掉 / into a file instead of the screen
${DAYS_HELP}${STAFF_HELP}`;

export const codesCommand = async (args: readonly string[], around: StaffSurroundings): Promise<number> => {
  const options = {
    ...STAFF_OPTIONS,
    unbound: { type: 'boolean', default: false },
    csv: { type: 'string' },
    days: { type: 'string', default: DAYS },
  } as const;
  const read = readArguments(args, { help: HELP, options, words: 0 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const { unbound, csv, days: typed, ...where } = read.values;
  if (!unbound) throw new Stop(`要给谁发：还没有账号的人请写 --unbound；一个人请用 code\n\n${HELP}`, 2);
  const days = readDays(typed);
  const target = await around.open(where);
  const people = peopleOf(await target.cities.current(), target.now()).filter(
    (each) => each.account === undefined,
  );
  if (people.length === 0) {
    around.out('没有还要绑定的人');
    return 0;
  }
  // First the file: codes that could not be written down would only make older ones worthless.
  const file = csv === undefined ? undefined : await create(csv);
  const write = file ? lineWriter(file) : async (row: readonly string[]) => around.out(row.join('  '));
  let issued = 0;
  try {
    if (file) await write(['person', 'name', 'posts', 'code', 'until']);
    for (const { person, name } of people) {
      const row = await issueTo(person, name, { target, days });
      if (!row) continue;
      await write(row);
      issued += 1;
      if (file && issued % PROGRESS === 0) around.err(`已发 ${issued}/${people.length}`);
    }
  } catch (cause) {
    throw interrupted(issued, csv, cause);
  } finally {
    await file?.close();
  }
  around.out(
    `共 ${issued} 个绑定码${csv === undefined ? '' : `，在 ${csv}`}，各只能用一次。请单独发给本人。`,
  );
  return 0;
};

const issueTo = async (
  person: string,
  name: string,
  { target, days }: { readonly target: StaffTarget; readonly days: number },
): Promise<readonly string[] | undefined> => {
  const issued = await issueCode(target)(person, days);
  if (!issued) return undefined;
  const posts = describePosts(person, await target.cities.current(), target.now());
  return [person, name, posts, showCode(issued.code), formatInstant(issued.until)];
};

const interrupted = (issued: number, csv: string | undefined, cause: unknown): Stop =>
  new Stop(
    `发到第 ${issued} 个时中断了（${String(cause)}），${csv === undefined ? '上面列出的' : `写在 ${csv} 里的`}都有效；` +
      '其余的人再执行一次就会补发（已发过、还没有绑定的人会得到新码）',
    1,
    cause,
  );

/** Codes between two words of how far it has come. */
const PROGRESS = 100;

/** For its writer's eyes alone; never over a file that is there. */
const create = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'wx', 0o600);
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Stop(
      exists ? `${path} 已经有了：请换一个文件名` : `${path} 写不了：${String(cause)}`,
      1,
      cause,
    );
  }
};

/** Each line is in the file before the next code is drawn: whatever ends the command, no code is lost that made an older one worthless. */
const lineWriter = (file: FileHandle): ((row: readonly string[]) => Promise<void>) => {
  // Excel takes a file without this mark for GBK.
  let mark = '\ufeff';
  return async (row) => {
    await file.appendFile(`${mark}${row.map(quoted).join(',')}\r\n`);
    mark = '';
  };
};

/** Always a text, also for a spreadsheet that would calculate what begins with a sign. */
const quoted = (value: string): string =>
  `"${/^[=+\-@\t]/u.test(value) ? "'" : ''}${value.replaceAll('"', '""')}"`;
