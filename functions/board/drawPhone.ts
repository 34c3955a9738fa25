import { html, type Markup } from '../console/html.ts';

/** A number that a telephone dials when it is touched. An extension after words is dialled by hand. */
export const drawPhone = (phone: string): Markup => {
  const dialled = /^[+\d][\d\s-]*/u.exec(phone)?.[0].replaceAll(/\s/gu, '');
  return dialled === undefined ? html`${phone}` : html`<a href="tel:${dialled}">${phone}</a>`;
};
