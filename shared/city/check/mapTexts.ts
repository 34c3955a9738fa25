import type { Area } from '../../domain/city/City.ts';

/** `990101001001001 一网格`: the code to look for, the name to know it by. */
export const areaText = ({ code, name }: Area): string => `${code} ${name}`;

/** `12.3 平方米`, whole from a hundred on. */
export const metresText = (squareMetres: number): string =>
  `${squareMetres < 100 ? squareMetres.toFixed(1) : Math.round(squareMetres)} 平方米`;

/** Longitude first, as maps and the file have it; six decimals, and more only where the place is so narrow that it has more. */
export const pointText = (point: readonly [lng: number, lat: number]): string =>
  point.map((degrees) => degrees.toFixed(9).replace(/0{1,3}$/u, '')).join(', ');

/** Of a place: `，如 121.481000, 31.231000 处`; nothing where none could be found. */
export const suchAs = (point: readonly [lng: number, lat: number] | undefined): string =>
  point ? `，如 ${pointText(point)} 处` : '';
