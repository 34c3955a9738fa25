/** As engines report it: per table, with parts per index. */
interface Capacity {
  readonly CapacityUnits?: number;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
  readonly TableName?: string;
}

const sum = (parts: readonly Capacity[], pick: (part: Capacity) => number | undefined): number =>
  parts.reduce((total, part) => total + (pick(part) ?? 0), 0);

/** What the caller asked to see of it: all, the totals, or nothing. */
const shown = (part: Capacity, asked: string | undefined): Capacity => {
  if (asked === 'INDEXES') return part;
  const { TableName, CapacityUnits, ReadCapacityUnits, WriteCapacityUnits } = part;
  return JSON.parse(
    JSON.stringify({ TableName, CapacityUnits, ReadCapacityUnits, WriteCapacityUnits }),
  ) as Capacity;
};

/**
 * Units an answer reports; the answer keeps of the report only what the caller asked for. Undefined when there is none.
 */
export const takeCapacity = (
  answer: { ConsumedCapacity?: unknown },
  asked: string | undefined,
): number | undefined => {
  const { ConsumedCapacity: report } = answer;
  if (report === undefined) return undefined;
  const parts = (Array.isArray(report) ? report : [report]) as readonly Capacity[];
  if (asked === undefined || asked === 'NONE') delete answer.ConsumedCapacity;
  else {
    const kept = parts.map((part) => shown(part, asked));
    answer.ConsumedCapacity = Array.isArray(report) ? kept : kept[0];
  }
  return sum(parts, (part) => part.CapacityUnits);
};
