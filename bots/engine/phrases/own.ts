/** What is said to whoever reported something about what they can do with it. */
export const own = {
  notYours: (number: string) => `${number} 不是您报的。请核对编号，或回复「进度」看自己的事。`,
  noUrging: '您没有正在办理的事，不用催。要报新的事，直接告诉我。',
  urged: (number: string, count: number) =>
    `已经替您催了${count > 1 ? `（第 ${count} 次）` : ''}，办理的人会收到。${number}`,

  askWithdraw: (about: string, reason: string | undefined) =>
    `要撤销 ${about} 吗？撤销以后就不再办了。${reason === undefined ? '愿意的话，也可以说说为什么。' : `\n原因：${reason}`}`,
  withdraw: '确认撤销',
  keepGoing: '不撤销',
  withdrawn: (number: string) => `已经撤销：${number}。以后有事，随时告诉我。`,
  left: (number: string) => `您的这一份已经撤销。这件事别人也报了，${number} 会接着办。`,
  kept: (number: string) => `好的，${number} 没有撤销，接着办。`,
  noWithdrawing: '您没有可以撤销的事。已经办好、正在核查或等您评价的，不用撤销；看办理情况，回复「进度」。',
  takenBack: (number: string) => `${number} 已经办好或正在核查，不用撤销了。看办理情况，回复「进度」。`,

  askAppeal: (number: string) =>
    `${number} 您要申诉。请说说为什么不该不受理，说一两句就行；不申诉了就回复「取消」。`,
  appealed: (number: string, who: string, when: string | undefined) =>
    `申诉收到了，由${who}来看${when === undefined ? '' : `，最迟 ${when} 答复您`}。${number}`,
  noAppealing: '您报的事里没有不予受理的，不用申诉。对办理结果不满意，请在评价时说，或回复「人工」。',
  notDeclined: (number: string) => `${number} 没有被拒绝受理，不用申诉。看办理情况，回复「进度」。`,

  later: '好的，准备好了再回复「补交」。',
  photoOrWords: '请拍照发来；已经交到窗口的，请说交到了哪里。\n',

  askedStill: (number: string, words: string) =>
    `好的。${number} 还在等您补充：${words}\n请直接回复文字或照片；没有就回复「没有」。`,
  askedBack: (number: string, words: string) =>
    `${number} 还在等您补充：${words}\n不清楚要什么就回复「不知道」，办理的人会再联系您；想问别的请回复「进度」或「人工」。`,
  answered: (number: string) => `已经转给办理的人，${number} 接着办。还有就接着发，没有了回复「好了」。`,
  whichAsked: '您是在答复哪一件？',
} as const;
