/** Milliseconds from midnight to a time on the clock: `09:00`; `24:00` is the end of the day. */
export const clockTime = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return (hour * 60 + minute) * 60_000;
};
