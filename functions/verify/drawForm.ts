import { html, type Markup } from '../console/html.ts';
import { phrases } from './phrases.ts';

export interface Asked {
  readonly number?: string | undefined;
  readonly receipt?: string | undefined;
}

interface Trouble {
  readonly message: string;
  readonly remedy: string;
}

/** Where number and receipt are written. `action`: the address of the form, seen from the page it stands on. */
export const drawForm = (action: string, { number = '', receipt = '' }: Asked, trouble?: Trouble): Markup =>
  html`${trouble ? html`<section class="bad" role="alert"><p><strong>${trouble.message}</strong></p><p>${trouble.remedy}</p></section>` : html`<p>${phrases.intro}</p>`}<section><form action="${action}" method="get"><label for="number">${phrases.number}</label><input id="number" name="number" value="${number}" placeholder="${phrases.numberHint}" maxlength="40" inputmode="numeric" autocomplete="off" required><label for="receipt">${phrases.receipt}</label><input id="receipt" name="receipt" value="${receipt}" placeholder="${phrases.receiptHint}" maxlength="60" autocapitalize="characters" autocomplete="off" spellcheck="false" required><button type="submit">${phrases.check}</button></form><p class="soft">${phrases.where}</p></section>`;
