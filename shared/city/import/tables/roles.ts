import type { Role } from '../../../domain/city/City.ts';
import { ROLES, roleNames } from '../../../domain/city/roleNames.ts';

/** What else posts are called in the cities' own lists. */
const OTHERS: Readonly<Record<Role, readonly string[]>> = {
  supervisor: ['监督员', '网格员', '专职网格员', '网格管理员', '网格巡查员', '巡查员', '信息采集员'],
  dispatcher: ['调度员', '派单员', '受理员', '坐席', '坐席员', '话务员', '指挥中心派遣员'],
  leader: [
    '领导',
    '分管领导',
    '主要领导',
    '网格长',
    '总网格长',
    '街道负责人',
    '社区负责人',
    '社区书记',
    '站长',
  ],
  handler: ['处置员', '处置人', '承办人', '经办人', '责任单位经办人', '办理人'],
  expert: ['专家组成员', '咨询专家'],
  auditor: ['审核员', '督查员', '督办员', '审计员', '值班长'],
  operator: ['运维员', '系统管理员', '运行管理员', '操作员'],
};

const BY_NAME = new Map(
  ROLES.flatMap((role) => [role, roleNames[role], ...OTHERS[role]].map((name) => [name, role] as const)),
);

/** The role of a post by its Chinese or English name. */
export const roleOf = (name: string): Role | undefined =>
  BY_NAME.get(name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase());
