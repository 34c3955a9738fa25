import type { Role } from '../city/City.ts';
import type { BoardPolicy } from './BoardPolicy.ts';

/** Roles that are posted: who looks after a cell, and who answers above them. */
export type PostedRole = Extract<Role, 'supervisor' | 'leader'>;

/** What people call them. */
const POST_TITLES: Readonly<Record<PostedRole, string>> = { supervisor: '网格员', leader: '负责人' };

/** Surnames of two characters that are met at all; every other Chinese surname is the first character. */
const DOUBLE =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|第五)(?=.)/u;

/** The name as the city allows: 宋文斌, or 宋网格员. */
export const publicName = (name: string, role: PostedRole, names: BoardPolicy['names']): string => {
  const whole = name.trim();
  if (names === 'full') return whole === '' ? POST_TITLES[role] : whole;
  const surname = DOUBLE.exec(whole)?.[0] ?? [...whole][0] ?? '';
  return `${surname}${POST_TITLES[role]}`;
};
