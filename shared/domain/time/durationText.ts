const UNITS: Readonly<Record<string, string>> = {
  m: '分钟',
  h: '小时',
  d: '天',
  wh: '个工作小时',
  wd: '个工作日',
};

/** `4wh` → 4 个工作小时. */
export const durationText = (duration: string): string => {
  const [, amount, unit = ''] = /^([\d.]+)([a-z]+)$/u.exec(duration) ?? [];
  return amount === undefined ? duration : `${amount} ${UNITS[unit] ?? unit}`;
};
