import type { Point } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { metresApart } from '../../../shared/domain/grid/metresApart.ts';
import type { Form } from './Form.ts';

/** Where somebody is known to be: in a cell, and perhaps at a point of it. */
export interface Whereabouts {
  readonly leaf: string;
  readonly point?: Point;
}

/** A point that was tapped tells where somebody is; else the cell that the conversation was opened in. */
export const whereabouts = ({ place, here }: Form, know: Knowledge): Whereabouts | undefined => {
  const leaf = place?.tapped && know.locate(place);
  if (leaf) return { leaf: leaf.code, point: place };
  return here !== undefined && know.isLeaf(here) ? { leaf: here } : undefined;
};

/** Of places that a name may mean those in the same cell first, then in the same community; and nearer ones first where a point is known. */
export const nearestFirst = <P extends Point>(
  places: readonly P[],
  here: Whereabouts | undefined,
  know: Knowledge,
): readonly (P & { readonly metres?: number })[] => {
  if (!here) return places;
  const { leaf, point } = here;
  const [, community] = know.lineage(leaf);
  return places
    .map((place) => {
      const [own, around] = know.lineage(know.locate(place)?.code ?? '');
      const rank = own?.code === leaf ? 0 : community && around?.code === community.code ? 1 : 2;
      return { rank, place: { ...place, ...(point ? { metres: metresApart(place, point) } : {}) } };
    })
    .sort((a, b) => a.rank - b.rank || (a.place.metres ?? 0) - (b.place.metres ?? 0))
    .map(({ place }) => place);
};
