/** A place in the organisation whose tasks are somebody's: role × area, of a handler, a unit's leader or an expert with the unit's code. */
export interface Post {
  readonly role: (typeof TASKED)[number];
  readonly area: string;
  readonly unit?: string;
}

/** The roles that tasks are of; the others look, advise or run the system. */
export const TASKED = ['supervisor', 'dispatcher', 'handler', 'leader', 'expert'] as const;

/** The post of a row of the ledger; undefined for one that has no tasks. A desk is the street's, whichever unit staffs it. */
export const postOf = ({ role, area, unit }: PostRow): Post | undefined => {
  const tasked = TASKED.find((one) => one === role);
  if (!tasked) return undefined;
  const ofUnit = unit !== undefined && tasked !== 'supervisor' && tasked !== 'dispatcher';
  return { role: tasked, area, ...(ofUnit ? { unit } : {}) };
};

/** The same for the same post. */
export const postKey = ({ role, area, unit = '' }: Post): string => `${role}|${area}|${unit}`;

interface PostRow {
  readonly role: string;
  readonly area: string;
  readonly unit?: string;
}
