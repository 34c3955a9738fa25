const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options });

const day = format({ month: 'numeric', day: 'numeric' });
const clock = format({ hour: '2-digit', minute: '2-digit' });
const dayKey = format({ year: 'numeric', month: '2-digit', day: '2-digit' });

/** `9月28日 10:05`, or only `10:05` on the day of the message before. */
export const atText = (at: number, before?: number): string => {
  const sameDay = before !== undefined && dayKey.format(before) === dayKey.format(at);
  const [month, date] = day.format(at).split('/');
  return sameDay ? clock.format(at) : `${month}月${date}日 ${clock.format(at)}`;
};
