import type { Role } from './City.ts';

/**
 * What posts are called, to staff and in every list, command and message: the names of the field. The order is that of ledgers.
 * Residents hear 网格员, as they say themselves.
 */
export const roleNames = {
  supervisor: '网格监督员',
  dispatcher: '派遣员',
  leader: '负责人',
  handler: '处置人员',
  expert: '专家',
  auditor: '考核员',
  operator: '管理员',
} as const satisfies Readonly<Record<Role, string>>;

export const ROLES = Object.keys(roleNames) as readonly Role[];
