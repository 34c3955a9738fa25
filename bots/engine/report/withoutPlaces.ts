import type { PlaceHit } from '../../../shared/domain/city/Knowledge.ts';

/** The text without what names places. */
export const withoutPlaces = (text: string, hits: readonly PlaceHit[]): string =>
  [...hits]
    .sort((a, b) => b.at - a.at)
    .reduce(
      (left, { at, matched }) =>
        left.slice(at, at + matched.length) === matched
          ? `${left.slice(0, at)}${left.slice(at + matched.length)}`
          : left,
      text,
    );
