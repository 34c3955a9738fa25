const work =
  '(?:维修|抢修|修理?|弄|办(?!法)|换|补|装|盖|填|搞|做|清[理扫运]?|打扫|处[理置]|整改|疏通|拆|焊|加固)';

/** What is done about a matter, and that it is well again: parts of patterns. */
export const WORK_WORDS = {
  work,
  well: `(?:${work}(?:好|完|完毕|干净|到位|妥当)|修复|解决|恢复(?:正常)?|亮|好|通|干净|正常)`,
} as const;
