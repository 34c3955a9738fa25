import type { City, Route } from '../../domain/city/City.ts';
import type { Change } from './Change.ts';
import { pairUp } from './pairUp.ts';

type Routes = Pick<City, 'routes' | 'units'>;

export const diffRoutes = (before: Routes, after: Routes): readonly Change[] => {
  const names = new Map([...before.units, ...after.units].map(({ code, name }) => [code, name]));
  const unit = (route: Route): string => [route.unit, names.get(route.unit)].join(' ').trim();
  const { both, gone, came } = pairUp(before.routes, after.routes, [
    (route) => `${ruleOf(route)} ${route.share} ${route.unit}`,
    (route) => `${ruleOf(route)} ${route.share}`,
    (route) => `${ruleOf(route)} ${route.unit}`,
  ]);
  const say = (kind: Change['kind'], route: Route, text: string): Change => ({
    part: 'routes',
    kind,
    code: ruleOf(route),
    text: `${ruleOf(route)} ${text}`,
  });
  return [
    ...gone.map((route) => say('removed', route, `${SHARE[route.share]} ${unit(route)}：去掉`)),
    ...came.map((route) => say('added', route, `${SHARE[route.share]} ${unit(route)}：新增`)),
    ...both.flatMap(([old, route]) => [
      ...(old.unit === route.unit
        ? []
        : [say('rerouted', route, `${SHARE[route.share]} ${unit(old)} → ${unit(route)}`)]),
      ...(old.share === route.share
        ? []
        : [say('rerouted', route, `${unit(route)} ${SHARE[old.share]} → ${SHARE[route.share]}`)]),
    ]),
  ];
};

const SHARE: Readonly<Record<Route['share'], string>> = { lead: '主办', assist: '协办' };

const ruleOf = ({ service, area }: Route): string => `${service}@${area}`;
