import type { Service } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, entriesOf, repeated } from './Draft.ts';

/** What an application must bring: of applications only, and each material under its own code. */
export const checkMaterials: Check = (draft) =>
  entriesOf(draft, 'services').flatMap(({ sound }, i) =>
    [...checkKind(sound), ...checkCodes(sound)].map(
      (finding): Finding => ({ ...finding, at: ['services', i, 'materials', ...finding.at], ofLine: true }),
    ),
  );

type Row = Partial<Service>;

/** Of a service whose kind cannot be told nothing is said. */
const checkKind = ({ code = '', kind, materials }: Row): readonly Finding[] =>
  materials === undefined || kind === undefined || kind === 'application'
    ? []
    : [
        {
          at: [],
          what: `${code} 写了 materials，而 kind 是 ${kind}：只有申请才交材料`,
          remedy: '把 kind 改为 application，或删去 materials',
        },
      ];

const checkCodes = ({ code = '', materials = [] }: Row): readonly Finding[] =>
  repeated(materials, (material) => material.code).map(([i, material]) => ({
    at: [i, 'code'],
    what: `${code} 的材料编码 ${material.code} 用了两次`,
    remedy: '同一事项里每个材料编码只用一次',
  }));
