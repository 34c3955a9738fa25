/** The place that a finding names: `，如 121.481000, 31.231000 处`. */
export const placeIn = (what: string): readonly [lng: number, lat: number] => {
  const [, lng, lat] = /，如 ([\d.]+), ([\d.]+) 处$/u.exec(what) ?? [];
  if (!lng || !lat) throw new Error(`No place in: ${what}`);
  return [Number(lng), Number(lat)];
};
