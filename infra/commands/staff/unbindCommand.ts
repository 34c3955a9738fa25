import { unbindAccount } from '../../../shared/application/unbindAccount.ts';
import { maskConversation } from '../../../shared/domain/privacy/maskConversation.ts';
import { readArguments } from '../city/readArguments.ts';
import { Stop } from '../city/Stop.ts';
import { repeatedStaffOptions } from './repeatedStaffOptions.ts';
import type { StaffSurroundings } from './StaffTarget.ts';
import { STAFF_HELP, STAFF_OPTIONS } from './staffArguments.ts';

const HELP = `解除一个人的绑定：那个账号半分钟内不能再办事，没用掉的绑定码作废
The person's chat account does not speak for them any more, everywhere within half a minute

  npm run staff -- unbind PERSON [options]

${STAFF_HELP}`;

export const unbindCommand = async (args: readonly string[], around: StaffSurroundings): Promise<number> => {
  const read = readArguments(args, { help: HELP, options: STAFF_OPTIONS, words: 1 });
  if (!read) {
    around.out(HELP);
    return 0;
  }
  const [person = ''] = read.words;
  const target = await around.open(read.values);
  const { was, code } = await unbindAccount(target)({ person, by: 'admin' });
  if (was === undefined && !code)
    throw new Stop(
      `${person} 没有绑定账号。看谁绑定在哪里：npm run staff -- list${repeatedStaffOptions(read.values)}`,
      1,
    );
  const done =
    was === undefined
      ? '没有绑定账号，发给他的'
      : `已解绑：${maskConversation(was)} 不再代表他${code ? '，没用掉的' : ''}`;
  around.out(`${person} ${done}${code ? '绑定码作废了' : ''}。要再绑定，用 code 发一个新的绑定码。`);
  return 0;
};
