import type { Finding } from '../Fault.ts';
import type { Check } from './Draft.ts';
import { ringFaults } from './ringFaults.ts';
import { tellFirst } from './tellFirst.ts';

/** Every ring is closed, in China, does not cross itself and encloses something; parts of one shape do not lie over each other. */
export const checkRings: Check = ({ city: { areas = [] } }) => {
  const findings = [...ringFaults(areas)].flatMap(([i, wrongs]) =>
    wrongs.map((wrong): Finding => ({ at: ['areas', i, 'polygons'], ...wrong })),
  );
  return tellFirst(findings, '图形不对的还有');
};
