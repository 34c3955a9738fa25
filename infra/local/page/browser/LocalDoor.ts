import type { AreasAnswer, CaseLine, CasesAnswer } from '../../../../shared/contracts/web.ts';
import type { CasePanelAnswer } from '../../control/CasePanelAnswer.ts';
import type { DemoPerson, FoundPosts, PhoneOf } from '../../control/Phone.ts';

/** How far the clock has come that is being moved: what fell due on the way and was seen to, what is left, messages under way. */
export interface Moving {
  readonly to: number;
  readonly done: number;
  readonly left: number;
  readonly messages: number;
}

export interface LocalState {
  readonly clock: { readonly now: number; readonly frozen: boolean };
  readonly moving?: Moving;
  readonly people: readonly DemoPerson[];
}

export type WidgetName = 'casesByStage' | 'cityMap';

/** What the console would send a function of the dashboard. */
interface WidgetCall {
  readonly name: WidgetName;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly forms: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
}

/** What the local page asks: the control door of the local run, and the same doors that everyone uses. */
export class LocalDoor {
  state(): Promise<LocalState> {
    return this.#ask('GET', '/local/state');
  }

  /** Gives the first phone to a resident nobody knows yet. */
  newPeople(): Promise<LocalState> {
    return this.#ask('POST', '/local/people', {});
  }

  /** Gives the phone of `key` to somebody, or one more. `opened`: the key of theirs; who had one keeps it. */
  openPhone(open: PhoneOf, key?: string): Promise<LocalState & { readonly opened: string }> {
    return this.#ask('POST', '/local/phones', { open, ...(key !== undefined && { key }) });
  }

  closePhone(close: string): Promise<LocalState> {
    return this.#ask('POST', '/local/phones', { close });
  }

  /** `role` empty: of any. */
  posts(words: string, role: string): Promise<FoundPosts> {
    const asked = new URLSearchParams({ words, ...(role !== '' && { role }) });
    return this.#ask('GET', `/local/posts?${asked}`);
  }

  /** Resolves when everything due on the way has happened; `stuck`: but for this. `advance`: `1h`, `1d`. */
  moveClock(advance: string): Promise<{ readonly stuck?: string }> {
    return this.#ask('POST', '/local/clock', { advance });
  }

  widget(call: WidgetCall): Promise<{ readonly html: string }> {
    return this.#ask('POST', '/local/widget', call);
  }

  areas(box?: string): Promise<AreasAnswer> {
    return this.#ask('GET', box === undefined ? '/city/areas' : `/city/areas?box=${box}`);
  }

  async cases(token: string): Promise<readonly CaseLine[]> {
    const { cases } = await this.#ask<CasesAnswer>('GET', '/web/cases', undefined, token);
    return cases;
  }

  case(number: string): Promise<CasePanelAnswer> {
    return this.#ask('GET', `/local/case/${encodeURIComponent(number)}/panel`);
  }

  async #ask<T>(method: string, path: string, body?: unknown, token?: string): Promise<T> {
    const response = await fetch(path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return (await response.json()) as T;
  }
}
