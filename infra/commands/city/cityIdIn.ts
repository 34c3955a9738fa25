import { basename } from 'node:path';
import type { PublishTarget } from './PublishTarget.ts';
import { Stop } from './Stop.ts';

/** The city a command is about: the one it names (`example`, `cities/example`), else the only one served there. */
export const cityIdIn = (target: PublishTarget, named: string | undefined): string => {
  const id = named === undefined ? target.city : basename(named);
  if (id === undefined) throw new Stop('不知道是哪个城市：加上 --city 城市代号，如 --city example', 2);
  return id;
};
