import { describePosts } from '../../../bots/engine/binding/describePosts.ts';
import { maskConversation } from '../../../shared/domain/privacy/maskConversation.ts';
import { readArguments } from '../city/readArguments.ts';
import { peopleOf } from './peopleOf.ts';
import type { StaffSurroundings } from './StaffTarget.ts';
import { STAFF_HELP, STAFF_OPTIONS } from './staffArguments.ts';

const HELP = `台账上的人：岗位、绑定在哪里、是否请假
Everybody of the ledger: posts, where they are bound, whether they are on leave

  npm run staff -- list [options]

${STAFF_HELP}`;

export const listCommand = async (args: readonly string[], around: StaffSurroundings): Promise<number> => {
  const read = readArguments(args, { help: HELP, options: STAFF_OPTIONS, words: 0 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const target = await around.open(read.values);
  const know = await target.cities.current();
  const people = peopleOf(know, target.now());
  for (const { person, name, account, from, away } of people) {
    const where =
      account === undefined
        ? '没有账号'
        : `${from === 'code' ? '已绑定' : '台账写明'} ${maskConversation(account)}`;
    const posts = describePosts(person, know, target.now()) || '现在没有在任的岗位';
    around.out([person, name, posts, where, ...(away ? ['请假中'] : [])].join('  '));
  }
  const { unread = [] } = await target.staffing.load();
  if (unread.length > 0)
    around.err(
      `有 ${unread.length} 条请假或销假的记录读不出来，没有算：${[...new Set(unread)].join('、')}。请问本人，再用 leave 登记一次`,
    );
  const without = people.filter(({ account }) => account === undefined).length;
  around.out(`共 ${people.length} 人，${without} 人没有账号`);
  return 0;
};
