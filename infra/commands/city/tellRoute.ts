import { limitNames } from '../../../shared/city/limitNames.ts';
import type { LimitName, Route } from '../../../shared/domain/city/City.ts';
import type { Knowledge } from '../../../shared/domain/city/Knowledge.ts';
import { roleNames } from '../../../shared/domain/city/roleNames.ts';
import type { WeighedRule } from '../../../shared/domain/routing/explainRoute.ts';
import type { Answering } from '../../../shared/domain/routing/whoAnswers.ts';

interface Told {
  readonly know: Knowledge;
  /** The line of routes.csv at which a rule stands, where there is a folder. */
  readonly lineOf?: ((index: number) => number) | undefined;
  readonly out: (line: string) => void;
}

/** Every rule weighed and which one decided, who answers, and the limits. */
export const tellRoute = (answering: Answering, { know, lineOf, out }: Told): void => {
  const unit = (code: string) => `${code} ${know.unit(code)?.name ?? ''}`.trim();
  const route = (entry: Route): string => {
    const line = lineOf?.(know.city.routes.indexOf(entry));
    return `${SHARE[entry.share]} ${unit(entry.unit)}${line === undefined ? '' : `（routes.csv 第 ${line} 行）`}`;
  };
  out('派遣规则（从小区域到大区域；同一区域从细事项到粗事项；先有的为准）：');
  for (const [i, rule] of answering.route.weighed.entries())
    out(`  ${i + 1}. ${rule.rule} ${verdict(rule, route)}`);
  const { lead, assist } = answering.route;
  out(
    lead?.lead
      ? `主办：${unit(lead.lead.unit)}，由 ${lead.rule} 定：排在前面的都没有写主办`
      : '主办：没有，要由派遣员定。在 routes.csv 里补一行 lead',
  );
  out(`协办：${assist.map((entry) => unit(entry.unit)).join('、') || '无'}`);
  out('今天由谁负责：');
  for (const post of answering.posts) tellPost(post, { unit, out });
  out('时限：');
  for (const { code, name, urgent, limits } of answering.service.conditions)
    out(
      `  ${code} ${name}${urgent ? '（紧急）' : ''}：${(Object.keys(limitNames) as LimitName[])
        .map((stage) => `${limitNames[stage]} ${limits[stage]}`)
        .join('，')}${limits.repair === undefined ? '' : `，修复 ${limits.repair}`}`,
    );
};

const SHARE: Readonly<Record<Route['share'], string>> = { lead: '主办', assist: '协办' };

const verdict = ({ lead, assist, won }: WeighedRule, say: (route: Route) => string): string => {
  const routes = [...(lead ? [lead] : []), ...assist];
  if (routes.length === 0) return '没有';
  return routes
    .map((route) => `→ ${say(route)}${won.includes(route.share) ? ' ✓ 定了' : '，轮不到：前面已定'}`)
    .join('；');
};

type Post = Answering['posts'][number];

const tellPost = (
  { as, owner, people }: Post,
  { unit, out }: { readonly unit: (code: string) => string; readonly out: Told['out'] },
): void => {
  const post =
    as === 'supervisor' ? roleNames.supervisor : `${SHARE[as]} ${unit(owner.replace('unit@', ''))}`;
  if (people.length === 0) out(`  ${post}：台账里没有人，在 ledger.csv 里补上`);
  for (const { holder, actsFor, deputy, superiors } of people) {
    const absent = actsFor.map(({ person }) => person).join('、');
    const acting = absent === '' ? '' : `（代 ${absent}，请假中）`;
    const above = superiors.map(({ person, name }) => `${person} ${name}`).join(' → ');
    out(
      `  ${post}：${holder.person} ${holder.name}${acting}${holder.phone === '' ? '' : ` ${holder.phone}`}` +
        `，${roleNames[holder.role]}${deputy ? `，代理人 ${deputy.person} ${deputy.name}` : '，没有代理人'}` +
        `${above === '' ? '' : `，上级 ${above}`}`,
    );
  }
};
