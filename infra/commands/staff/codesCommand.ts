import { type FileHandle, open } from 'node:fs/promises';
import { describePosts } from '../../../bots/engine/binding/describePosts.ts';
import { issueCode } from '../../../shared/application/issueCode.ts';
import { showCode } from '../../../shared/domain/ledger/accessCode.ts';
import { formatInstant } from '../../../shared/domain/time/Instant.ts';
import { readArguments } from '../city/readArguments.ts';
import { Stop } from '../city/Stop.ts';
import { peopleOf } from './peopleOf.ts';
import { readDays } from './readDays.ts';
import type { StaffSurroundings } from './StaffTarget.ts';
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
  const rows: string[][] = [['person', 'name', 'posts', 'code', 'until']];
  for (const { person, name } of people) {
    const issued = await issueCode(target)(person, days);
    if (!issued) continue;
    const posts = describePosts(person, await target.cities.current(), target.now());
    rows.push([person, name, posts, showCode(issued.code), formatInstant(issued.until)]);
  }
  if (file) await write(file, rows);
  else for (const row of rows.slice(1)) around.out(row.join('  '));
  around.out(
    `共 ${rows.length - 1} 个绑定码${csv === undefined ? '' : `，在 ${csv}`}，各只能用一次。请单独发给本人。`,
  );
  return 0;
};

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

const write = async (file: FileHandle, rows: readonly (readonly string[])[]): Promise<void> => {
  // Excel takes a file without this mark for GBK.
  await file.writeFile(`\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`);
  await file.close();
};

/** Always a text, also for a spreadsheet that would calculate what begins with a sign. */
const quoted = (value: string): string =>
  `"${/^[=+\-@\t]/u.test(value) ? "'" : ''}${value.replaceAll('"', '""')}"`;
