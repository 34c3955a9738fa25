import { limitNames } from '../../shared/city/limitNames.ts';
import type { LimitName, Route } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { maskPrivate } from '../../shared/domain/privacy/maskPrivate.ts';
import type { WeighedRule } from '../../shared/domain/routing/explainRoute.ts';
import { type Answering, whoAnswers } from '../../shared/domain/routing/whoAnswers.ts';
import { durationText } from '../../shared/domain/time/durationText.ts';
import type { Instant } from '../../shared/domain/time/Instant.ts';
import { html, type Markup } from '../console/html.ts';
import { askPlace, askService, type Found } from './askRoute.ts';
import { phrases } from './phrases.ts';

const LONGEST = 100;
const words = phrases.route;

/** Which unit a matter goes to at a place, with every rule that was weighed; or what is missing in the question. */
export const drawRoute = (
  know: Knowledge,
  asked: { readonly service?: string | undefined; readonly place?: string | undefined },
  now: Instant,
): Markup => {
  const [service, place] = [asked.service, asked.place].map((said = '') => said.trim().slice(0, LONGEST));
  if (!service || !place) return html`<p>${phrases.ask.needBoth}</p>`;
  const what = askService(know, service);
  const where = askPlace(know, place);
  if (!what.found || !where.found) return html`${drawMissing(what)}${drawMissing(where)}`;
  return drawAnswering(whoAnswers(know, { service: what.found, leaf: where.found.code, now }), know);
};

const unitName = (code: string, know: Knowledge): string => know.unit(code)?.name ?? code;

const drawMissing = (asked: Found<unknown>): Markup | '' =>
  'words' in asked
    ? html`<p>${asked.words}</p><ul>${asked.instead.map((each) => html`<li>${each}</li>`)}</ul>`
    : '';

const drawAnswering = (answering: Answering, know: Knowledge): Markup => {
  const { service, lineage, route, posts } = answering;
  const lead = route.lead?.lead;
  return html`<h3>${service.code} ${service.name} · ${lineage
    .toReversed()
    .map(({ name }) => name)
    .join(' › ')}</h3>
<p>${words.lead}：${lead ? html`<b>${unitName(lead.unit, know)}</b>` : html`<span class="red">${words.nobodyLeads}</span>`}${route.assist.length > 0 ? html`　${words.assist}：${route.assist.map(({ unit }) => unitName(unit, know)).join('、')}` : ''}</p>
<h3>${words.rules}</h3><ol>${route.weighed.map((rule) => drawRule(rule, know))}</ol>
<h3>${words.answering}</h3><ul>${posts.map((post) => drawPost(post, know))}</ul><p class="soft">${phrases.phoneHint(service.code, lineage[0]?.code ?? '')}</p>
<h3>${words.limits}</h3><ul>${service.conditions.map(({ name, urgent, limits }) => html`<li>${name}${urgent ? `（${words.urgent}）` : ''}：${(Object.keys(limitNames) as LimitName[]).map((stage) => `${limitNames[stage]} ${durationText(limits[stage])}`).join('，')}</li>`)}</ul>`;
};

const drawRule = ({ rule, area, lead, assist, won }: WeighedRule, know: Knowledge): Markup => {
  const routes: readonly Route[] = [...(lead ? [lead] : []), ...assist];
  if (routes.length === 0) return html`<li class="soft">${rule} ${area.name}：${words.none}</li>`;
  return html`<li>${rule} ${area.name}：${routes.map(({ share, unit }) => html`${words[share]} ${unitName(unit, know)} ${won.includes(share) ? html`<b>${words.decides}</b>` : html`<span class="soft">${words.late}</span>`} `)}</li>`;
};

const drawPost = ({ as, owner, people }: Answering['posts'][number], know: Knowledge): Markup => {
  const post =
    as === 'supervisor'
      ? phrases.roles.supervisor
      : `${words[as]} ${unitName(owner.replace('unit@', ''), know)}`;
  if (people.length === 0) return html`<li>${post}：<span class="red">${words.nobody}</span></li>`;
  return html`<li>${post}：${people.map(({ holder, actsFor, deputy, superiors }) => html`<b>${holder.name}</b>（${phrases.roles[holder.role]}） ${maskPrivate(holder.phone)}${actsFor.length === 0 ? '' : html` <span class="soft">${phrases.ledger.actsFor(actsFor.map(({ name }) => name).join('、'))}</span>`}${deputy ? html`，${phrases.ledger.columns[3]} ${deputy.name}` : ''}${superiors.length > 0 ? html`，${phrases.ledger.columns[4]} ${superiors.map(({ name }) => name).join(' → ')}` : ''}； `)}</li>`;
};
