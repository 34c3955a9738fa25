import type { Route, Service } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Covered, coverLeaves } from './coverLeaves.ts';
import type { Check, Draft } from './Draft.ts';
import { isLeaf, type LeafTree, leafTree } from './leafTree.ts';
import { nameCovered } from './nameArea.ts';
import { nameServices } from './nameServices.ts';

/** Every service has a leading unit in every leaf. What has none is named by the fewest words: `06*` in a street, not its grids. */
export const checkCoverage: Check = (draft) => {
  const { areas, services, routes } = draft.city;
  if (!areas || !services || !routes || PARTS.some((part) => draft.partial.has(part))) return [];
  const tree = leafTree(draft);
  const distinct = [...new Map(services.map((service) => [service.code, service])).values()];
  const masks = coveredBy(tree, distinct, routes);
  const bits = new Map(distinct.map(({ code }, i) => [code, 1n << BigInt(i)]));
  return gaps(tree, distinct, masks).map((gap) => explain(gap, { tree, services: distinct, masks, bits }));
};

const PARTS: readonly (keyof Draft['city'])[] = ['areas', 'groups', 'services', 'routes'];

/** By position in the tree: the services that a row for it or for an area above leads, as bits. */
type Masks = readonly bigint[];

const coveredBy = (tree: LeafTree, services: readonly Service[], routes: readonly Route[]): Masks => {
  const bits = new Map<string, bigint>();
  for (const [i, { code, group }] of services.entries())
    for (const pattern of ['*', `${group}*`, code])
      bits.set(pattern, (bits.get(pattern) ?? 0n) | (1n << BigInt(i)));
  const own = new Map<string, bigint>();
  for (const { area, service, share } of routes)
    if (share === 'lead') own.set(area, (own.get(area) ?? 0n) | (bits.get(service) ?? 0n));
  const masks: bigint[] = [];
  for (const [at, { code }] of tree.areas.entries()) {
    const above = masks[tree.parents[at] ?? -1] ?? 0n;
    const here = own.get(code);
    masks.push(here === undefined ? above : above | here);
  }
  return masks;
};

interface Gap {
  readonly where: Covered;
  /** Positions of services. */
  readonly services: readonly number[];
}

/** Services that lack a unit in the same leaves are told together. */
const gaps = (tree: LeafTree, services: readonly Service[], masks: Masks): readonly Gap[] => {
  const leavesOf = Map.groupBy(
    [...masks.keys()].filter((at) => isLeaf(tree, at)),
    (at) => masks[at] ?? 0n,
  );
  const rows = [...leavesOf].map(([mask, leaves]) => ({
    leaves,
    has: mask.toString(2).padStart(services.length, '0'),
  }));
  // Bits are written from the last service to the first.
  const column = (service: number): string =>
    rows.map(({ has }) => has[services.length - 1 - service]).join('');
  const alike = Map.groupBy(services.keys(), column);
  const cover = coverLeaves(tree);
  const found = new Map<string, { readonly where: Covered; readonly services: number[] }>();
  for (const [bits, some] of alike)
    for (const where of cover(rows.flatMap(({ leaves }, i) => (bits[i] === '0' ? leaves : [])))) {
      const key = [where.area, ...where.except].join();
      const same = found.get(key) ?? { where, services: [] };
      same.services.push(...some);
      found.set(key, same);
    }
  return [...found.values()];
};

interface Weighed {
  readonly tree: LeafTree;
  readonly services: readonly Service[];
  readonly masks: Masks;
  readonly bits: ReadonlyMap<string, bigint>;
}

const explain = ({ where, services: positions }: Gap, { tree, services, masks, bits }: Weighed): Finding => {
  const area = tree.areas[where.area]?.code ?? '';
  const above = masks[tree.parents[where.area] ?? -1] ?? 0n;
  const somewhere = where.except.length === 0 ? coveredBelow(where.area, tree, masks) : undefined;
  const { text, pattern, single } = nameServices(services, {
    told: new Set(positions.map((i) => services[i]?.code ?? '')),
    alsoTrue: (code) => somewhere !== undefined && (somewhere & (bits.get(code) ?? 0n)) === 0n,
    mayExcept: (code) => (above & (bits.get(code) ?? 0n)) === 0n,
  });
  const row = `${pattern},${area},<单位>,lead`;
  return {
    at: ['routes'],
    what: `${text}${text.endsWith('）') ? '' : ' '}在${nameCovered(where, tree)}没有主办单位`,
    remedy: single ? `在 routes.csv 里补一行 ${row}` : `在 routes.csv 里各补一行，例如 ${row}`,
  };
};

/** The services that some leaf below has a unit for. */
const coveredBelow = (at: number, tree: LeafTree, masks: Masks): bigint => {
  let sum = 0n;
  let before: bigint | undefined;
  for (let leaf = at; leaf < (tree.ends[at] ?? 0); leaf++) {
    const mask = masks[leaf];
    if (mask === undefined || mask === before || !isLeaf(tree, leaf)) continue;
    sum |= mask;
    before = mask;
  }
  return sum;
};
