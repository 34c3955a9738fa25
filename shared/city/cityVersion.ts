import { createHash } from 'node:crypto';
import type { City } from '../domain/city/City.ts';
import { canonicalJson } from './canonicalJson.ts';

/** First 16 hex digits of the SHA-256 of the content: how a file is laid out changes nothing, one digit of a limit does. */
export const cityVersion = (city: Omit<City, 'version'>): string => {
  const { version: _version, ...content } = city as City;
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 16);
};
