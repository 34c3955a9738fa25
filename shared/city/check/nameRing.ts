const MOST = 10;

/** `A → B → A`; of a long ring only its beginning. */
export const nameRing = (ring: readonly string[]): string =>
  ring.length <= MOST
    ? [...ring, ring[0]].join(' → ')
    : [...ring.slice(0, MOST), `…… → ${ring[0]}`].join(' → ').concat(`（共 ${ring.length} 个）`);
