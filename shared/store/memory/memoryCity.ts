import type {
  CityStore,
  MarkStore,
  PostsMarkStore,
  SpentCode,
  StaffingLine,
  StaffingStore,
  WorkedBodies,
} from '../../application/cityPorts.ts';
import { NO_STAFFING, type Staffing } from '../../domain/ledger/Staffing.ts';
import type { Instant } from '../../domain/time/Instant.ts';
import { type MemoryCodes, memoryCodes } from './memoryCodes.ts';

export const memoryCityVersions = (codes: MemoryCodes = memoryCodes()): CityStore => {
  const versions = new Map<string, { readonly version: string; readonly at: number }[]>();
  const staffings = new Map<string, string>();
  const streetsEver = new Map<string, readonly string[]>();
  const lines = new Map<string, readonly StaffingLine[]>();
  return {
    pointer: async (city) => {
      const version = versions.get(city)?.[0]?.version;
      const staffing = staffings.get(city);
      if (version === undefined) return undefined;
      const streets = streetsEver.get(city);
      return {
        version,
        ...(staffing === undefined ? {} : { staffing }),
        ...(streets === undefined ? {} : { streets }),
      };
    },
    setCurrent: async (city, { before, after, streets, at }) => {
      const known = versions.get(city) ?? [];
      if (known[0]?.version !== before) return 'conflict';
      versions.set(city, [{ version: after, at }, ...known]);
      const ever = new Set([...(streetsEver.get(city) ?? []), ...streets]);
      if (ever.size > 0) streetsEver.set(city, [...ever].toSorted());
      return 'set';
    },
    history: async (city) => versions.get(city) ?? [],
    setStaffing: async (city, { before, after, line, spends }) => {
      if (staffings.get(city) !== before) return 'conflict';
      if (spends && !codes.spend(city, spends, line.at)) return 'conflict';
      staffings.set(city, after);
      lines.set(city, [line, ...(lines.get(city) ?? [])]);
      return 'set';
    },
    staffingLines: async (city, most) => (lines.get(city) ?? []).slice(0, most),
  };
};

export const memoryStaffing = (
  spend: (code: SpentCode, at: Instant) => boolean = () => true,
): StaffingStore & { readonly lines: () => readonly StaffingLine[] } => {
  let current: { readonly staffing: Staffing; readonly name?: string } = { staffing: NO_STAFFING };
  const lines: StaffingLine[] = [];
  return {
    load: async () => current,
    save: async (before, after, line, spends) => {
      if (current.name !== before || (spends && !spend(spends, line.at))) return 'conflict';
      lines.push(line);
      current = { staffing: after, name: `${lines.length}` };
      return 'set';
    },
    lines: () => lines,
  };
};

export const memoryWorkedBodies = (): WorkedBodies => {
  const worked = new Set<string>();
  return {
    add: async ({ change, id }) => void worked.add(`${change} ${id}`),
    count: async (change) => [...worked].filter((one) => one.startsWith(`${change} `)).length,
  };
};

export const memoryPostsMark = (): PostsMarkStore => memoryMark();

export const memoryMark = <Mark extends { readonly step: number }>(): MarkStore<Mark> => {
  let kept: Mark | undefined;
  return {
    load: async () => kept,
    save: async (mark) => {
      if ((kept?.step ?? 0) !== mark.step - 1) return 'conflict';
      kept = mark;
      return 'saved';
    },
  };
};
