import { roleNames } from '../../../shared/domain/city/roleNames.ts';

/** Every sentence about which chat account speaks for whom of the staff. */
export const binding = {
  roles: roleNames,
  post: (role: string, where: string) => `${role}（${where}）`,
  morePosts: (posts: string, count: number) => `${posts}等 ${count} 个岗位`,
  who: (name: string, posts: string) => (posts === '' ? `${name}，现在没有在任的岗位` : `${name}，${posts}`),
  bound: (who: string) => `已绑定：${who}。以后任务会发到这里。回复「待办」看现在要办的事。`,
  ask: '绑定是给网格工作人员用的。请把管理员给您的绑定码发给我，一共 9 位，像这样：K7M-F2Q-XDG。没有的话，请向管理员要。',
  wrong:
    '没有绑定。这个绑定码不能用：可能打错了、过期了，或者已经用过了。请核对后再发一次，或者向管理员要一个新的。',
  wait: (when: string) => `没有绑定：试的次数太多了。请在 ${when} 以后再发；急用请找管理员。`,
  another: (who: string) => `没有绑定：这个账号已经是${who}。要换人，请先回复「解绑」，再把绑定码发一次。`,
  anotherOfLedger: (who: string) =>
    `没有绑定：这个账号在台账上是${who}。请换一个聊天账号再发，或者找管理员。`,
  already: (who: string) => `这个账号已经绑定：${who}。要换人，请先回复「解绑」。`,
  onlyCode: '没有绑定。要绑定，请只发绑定码，不加别的话。',
  inRoom:
    '没有绑定。群里大家都看得到，请单独找我聊，再发绑定码。这个码别人已经看见了，最好向管理员要一个新的。',
  movedAway: (name: string) =>
    `${name}的工作账号已经换到别处，以后任务不再发到这里。如果不是您本人换的，请马上告诉管理员。`,

  askUnbind: (who: string) =>
    `这个账号现在是${who}。解绑以后，任务不再发到这里，在这里也不能再办。确定解绑吗？`,
  unbind: '确定解绑',
  keep: '不解绑',
  unbound: '已解绑，任务不再发到这里。要再绑定，请向管理员要一个新的绑定码。',
  kept: '好的，没有解绑。',
  notBound: '这个账号没有绑定工作人员，不用解绑。',
  ofLedger: (who: string) =>
    `这个账号是台账上登记的：${who}，在这里解不了。要换账号，请向管理员要一个绑定码，在新的账号里发出来。`,
} as const;
