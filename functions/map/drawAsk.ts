import { html, type Markup } from '../console/html.ts';
import { action, type Endpoint } from './action.ts';
import { phrases } from './phrases.ts';

/** The question of who handles a matter, and where the widget stands: a refresh sends the form again, and stays there. */
export const drawAsk = (area: string, endpoint: Endpoint): Markup =>
  html`<h3>${phrases.ask.title}</h3><form><div class="ask"><input type="hidden" name="at" value="${area}"><input type="text" name="service" maxlength="100" placeholder="${phrases.ask.service}" aria-label="${phrases.ask.service}"><input type="text" name="place" maxlength="100" placeholder="${phrases.ask.place}" aria-label="${phrases.ask.place}"><a class="btn btn-primary">${phrases.ask.button}</a>${action(endpoint, { show: 'route' }, 'popup')}</div></form>`;
