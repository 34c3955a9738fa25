/** 容缺受理: what an application must bring, what may come later, and against which promise. */
export const materials = {
  list: (service: string, lines: readonly string[]) =>
    `办「${service}」要带：\n${lines.map((line) => `· ${line}`).join('\n')}\n都带齐了吗？`,
  needed: (name: string) => name,
  mayCome: (name: string, lasts: string) => `${name}（没有可以先办，${lasts}内补交）`,
  allThere: '都带齐了',
  someMissing: '缺一些',
  askMissing: '缺哪一样？请选一项，或者直接说。',
  askMore: (names: string) => `先欠着：${names}。还缺别的吗？`,
  lacks: (name: string) => `缺${name}`,
  noneElse: '就缺这些',
  unknown: '没听明白是哪一样。\n',
  needFirst: (name: string) => `「${name}」要先带齐才能受理，不能晚交。没有的话，请带齐了再来报。\n`,
  askPromise: (promise: string) =>
    `可以先给您办，缺的以后补交。请您看一看：\n${promise}\n同意就回复「我承诺」。`,
  /** What is kept with the case, word for word. */
  promiseText: (parts: readonly string[]) => `我承诺在登记之日起${parts.join('、')}，到期不交视为不予受理。`,
  part: (name: string, lasts: string) => `${lasts}内补交${name}`,
  promise: '我承诺',
  noPromise: '不承诺',
  sayPromise: '要先办后补，请回复「我承诺」。\n',
  notPromised: '好的，没有承诺。材料带齐了就能办；要先办后补，就选缺的那一样。\n',
  summaryAll: '材料：都带齐了',
  summaryOwed: (names: string) => `材料：先欠${names}（已承诺按时补交）`,
  owed: (name: string, when: string) => `还欠：${name}，请在 ${when} 前补交（回复「补交」）`,

  supply: (name: string) => `补交${name}`,
  which: '补交哪一样？',
  askSupply: (name: string) => `请把「${name}」拍照发来，或者说说交到了哪里。`,
  supplied: (name: string, number: string) => `「${name}」收到了，已经补到 ${number}。`,
  allSupplied: '材料都齐了，接着给您办。',
  nothingOwed: '您没有欠着要补交的材料。要给报过的事添材料，回复「补充」。',
} as const;
