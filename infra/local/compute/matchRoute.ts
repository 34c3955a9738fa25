import type { LocalRoute } from '../template/LocalApi.ts';

export interface RouteMatch {
  readonly route: LocalRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly route: LocalRoute;
  readonly method: string;
  readonly pattern: RegExp;
  /** Higher is asked first: literal paths, then variables, then greedy variables; a method before ANY. */
  readonly weight: number;
}

const compile = (route: LocalRoute): Compiled => {
  const [method = 'ANY', path = '/'] = route.routeKey.split(' ');
  const source = path
    .replaceAll(/[.*?^$()[\]|\\]/g, '\\$&')
    .replaceAll(
      /\{(\w+)(\+?)\}/g,
      (_, name: string, greedy: string) => `(?<${name}>${greedy ? '.+' : '[^/]+'})`,
    );
  const greedy = path.includes('+}') ? 1 : 0;
  const variables = path.split('{').length - 1;
  return {
    route,
    method,
    pattern: new RegExp(`^${source}$`, 'u'),
    weight: (method === 'ANY' ? 0 : 1) - 2 * variables - 100 * greedy,
  };
};

/** Finds the route of a request as an HTTP API does. */
export const routeMatcher = (
  routes: readonly LocalRoute[],
): ((method: string, path: string) => RouteMatch | undefined) => {
  const keyed = routes.filter((route) => route.routeKey !== '$default');
  const fallback = routes.find((route) => route.routeKey === '$default');
  const compiled = keyed.map(compile).sort((a, b) => b.weight - a.weight);
  return (method, path) => {
    for (const each of compiled) {
      if (each.method !== 'ANY' && each.method !== method) continue;
      const found = each.pattern.exec(path);
      if (!found) continue;
      const entries = Object.entries(found.groups ?? {}).map(([key, value]) => [key, decoded(value)]);
      return { route: each.route, pathParameters: Object.fromEntries(entries) as Record<string, string> };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
