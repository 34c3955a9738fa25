import type { Route } from '../../domain/city/City.ts';
import type { Finding } from '../Fault.ts';
import { type Check, type Draft, entriesOf, knows, repeated } from './Draft.ts';

/** Services, areas and units exist; no two rows of the same service and area lead. */
export const checkRoutes: Check = (draft) => {
  const routes = draft.city.routes ?? [];
  return [
    ...entriesOf(draft, 'routes').flatMap(({ sound }, i) =>
      checkRoute(sound, draft).map(
        ({ at, ...said }): Finding => ({ ...said, at: ['routes', i, ...at], ofLine: true }),
      ),
    ),
    ...repeated(routes, (route) => keyOf(route)).map(
      ([i, route, first]): Finding => ({
        at: ['routes', i],
        also: ['routes', first],
        ...explain(route, routes[first]?.unit ?? ''),
      }),
    ),
  ];
};

const explain = ({ service, area, unit, share }: Route, before: string): Pick<Finding, 'what' | 'remedy'> =>
  unit === before
    ? {
        what: `${service} 在 ${area} 的${share === 'lead' ? '主办' : '协办'}单位 ${unit} 写了两次`,
        remedy: '只留一行',
      }
    : {
        what: `${service} 在 ${area} 有两个主办单位：${before} 和 ${unit}`,
        remedy: '只留一个 lead，其余改为 assist',
      };

const keyOf = ({ service, area, share, unit }: Route): string =>
  [service, area, share, share === 'lead' ? '' : unit].join(' ');

const checkRoute = ({ service, area, unit }: Partial<Route>, draft: Draft): readonly Finding[] => {
  const findings: Finding[] = [];
  const say = (field: keyof Route, what: string, remedy: string) =>
    findings.push({ at: [field], what, remedy });
  const group = service?.endsWith('*') ? service.slice(0, -1) : undefined;
  if (service !== undefined && group === undefined && !knows(draft, 'services', service))
    say('service', `没有编码为 ${service} 的事项`, '改正 service，或在 catalog.yaml 里补上');
  if (group && !knows(draft, 'groups', group))
    say('service', `没有编码为 ${group} 的大类`, '改正 service，或在 catalog.yaml 里补上');
  if (area !== undefined && !knows(draft, 'areas', area))
    say('area', `没有编码为 ${area} 的区域`, '改正 area');
  if (unit !== undefined && !knows(draft, 'units', unit))
    say('unit', `没有编码为 ${unit} 的单位`, '改正 unit，或在 units.csv 里补上');
  return findings;
};
