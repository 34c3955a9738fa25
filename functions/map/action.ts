import { html, Markup } from '../console/html.ts';

/** What a click on the element right before does. Only codes and numbers: what people wrote never goes into an action. */
export interface Asked {
  readonly area?: string;
  readonly page?: number;
  readonly show?: 'ledger' | 'route';
}

/** The name of the console's function that is to be called, which is this one. */
export type Endpoint = string;

/** The console calls the function with these values, and puts what it answers in the widget's place, or into a pop-up. */
export const action = (endpoint: Endpoint, asked: Asked, display: 'widget' | 'popup' = 'widget'): Markup =>
  html`<cwdb-action action="call" display="${display}" endpoint="${endpoint}">${asJson(asked)}</cwdb-action>`;

/** Quotes may stand in a text as they are, which saves a fifth of a large map. */
const asJson = (asked: Asked): Markup =>
  new Markup(JSON.stringify(asked).replace(/[&<>]/gu, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`));
