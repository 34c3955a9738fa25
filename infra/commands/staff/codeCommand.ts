import { describePosts } from '../../../bots/engine/binding/describePosts.ts';
import { issueCode } from '../../../shared/application/issueCode.ts';
import { showCode } from '../../../shared/domain/ledger/accessCode.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';
import { readArguments } from '../city/readArguments.ts';
import { readDays } from './readDays.ts';
import type { StaffSurroundings } from './StaffTarget.ts';
import { DAYS, DAYS_HELP, STAFF_HELP, STAFF_OPTIONS } from './staffArguments.ts';
import { unknownPerson } from './unknownPerson.ts';

const HELP = `给一个人发绑定码：只显示这一次，以前发给他的作废
A one-time code by which somebody binds their chat account; older ones of theirs are worthless

  npm run staff -- code PERSON [--days N] [options]

${DAYS_HELP}${STAFF_HELP}`;

export const codeCommand = async (args: readonly string[], around: StaffSurroundings): Promise<number> => {
  const options = { ...STAFF_OPTIONS, days: { type: 'string', default: DAYS } } as const;
  const read = readArguments(args, { help: HELP, options, words: 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const days = readDays(read.values.days);
  const [person = ''] = read.words;
  const target = await around.open(read.values);
  const issued = await issueCode(target)(person, days);
  if (!issued) throw unknownPerson(person);
  const { code, until, row } = issued;
  const posts = describePosts(person, await target.cities.current(), target.now());
  around.out(`${person} ${row.name}${posts === '' ? '（现在没有在任的岗位）' : `，${posts}`}
绑定码：${showCode(code)}    有效期至 ${formatForPeople(until)}，只能用一次

请单独发给本人，并告诉他：
  ${row.name}您好，请打开网格的聊天窗口，发这一句：绑定 ${showCode(code)}
  ${formatForPeople(until)} 前有效，只能用一次，不要转给别人。`);
  return 0;
};
