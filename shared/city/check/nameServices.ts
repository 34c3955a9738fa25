import type { Service } from '../../domain/city/City.ts';

export interface NamedServices {
  /** `06*、07001` */
  readonly text: string;
  /** What a row of `routes.csv` would say for the first of them, and whether it says all of them. */
  readonly pattern: string;
  readonly single: boolean;
}

export interface ServicesToName {
  readonly told: ReadonlySet<string>;
  /** More that holds for: it may be named as well when that is shorter. */
  readonly alsoTrue: (code: string) => boolean;
  /** Whether a service may be excepted: a row for the others would not take it from its unit. */
  readonly mayExcept: (code: string) => boolean;
}

/** Names services by as few words as can be: `*`, a whole group `06*`, either but for some, or codes. */
export const nameServices = (services: readonly Service[], wanted: ServicesToName): NamedServices => {
  const groups = Map.groupBy(services, ({ group }) => group);
  const parts = [...groups].flatMap(([group, members]) => nameGroup(`${group}*`, members, wanted));
  const whole = nameAll(groups, wanted);
  const named = whole && size([whole]) < size(parts) ? [whole] : parts;
  return {
    text: named.map(textOf).join('、'),
    pattern: named[0]?.pattern ?? '*',
    single: named.length === 1,
  };
};

interface Name {
  readonly pattern: string;
  readonly except: readonly string[];
}

const textOf = ({ pattern, except }: Name): string => {
  const all = pattern === '*' ? '*（全部事项）' : pattern;
  return except.length === 0 ? all : `${pattern}（${except.join('、')} 除外）`;
};

const size = (names: readonly Name[]): number =>
  names.reduce((sum, { except }) => sum + 1 + except.length, 0);

const nameGroup = (
  pattern: string,
  members: readonly Service[],
  { told, alsoTrue, mayExcept }: ServicesToName,
): readonly Name[] => {
  const codes = members.map(({ code }) => code);
  const needed = codes.filter((code) => told.has(code));
  const rest = codes.filter((code) => !told.has(code) && !alsoTrue(code));
  if (needed.length > 1 && rest.length + 1 < needed.length && rest.every(mayExcept))
    return [{ pattern, except: rest }];
  if (needed.length === codes.length && rest.length === 0) return [{ pattern, except: [] }];
  return needed.map((code) => ({ pattern: code, except: [] }));
};

const nameAll = (
  groups: ReadonlyMap<string, readonly Service[]>,
  { told, alsoTrue, mayExcept }: ServicesToName,
): Name | undefined => {
  const except: string[] = [];
  for (const [group, members] of groups) {
    const rest = members.map(({ code }) => code).filter((code) => !told.has(code) && !alsoTrue(code));
    if (!rest.every(mayExcept)) return undefined;
    except.push(...(rest.length === members.length && rest.length > 1 ? [`${group}*`] : rest));
  }
  return { pattern: '*', except };
};
