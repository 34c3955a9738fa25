import type { Knowledge } from './Knowledge.ts';

/** 监督电话: of the unit above all others. */
export const supervisionOf = ({
  city,
}: Knowledge): { readonly name: string; readonly phone: string } | undefined => {
  const root = city.units.find(({ parent, phone }) => parent === undefined && phone !== '');
  return root && { name: root.name, phone: root.phone };
};
