const KEY = 'wangge.token';

/** Who this page speaks as: the link's token, else the one kept on this device, else nobody until the first message. */
export class Identity {
  #token: string | undefined;

  constructor() {
    const given = new URLSearchParams(location.hash.slice(1)).get('token') ?? undefined;
    // Framed pages of several people share one store, so a framed page keeps its token to itself.
    if (given !== undefined && window.top === window) {
      localStorage.setItem(KEY, given);
      history.replaceState(null, '', location.pathname + location.search);
    }
    this.#token = given ?? (window.top === window ? (localStorage.getItem(KEY) ?? undefined) : undefined);
  }

  get token(): string | undefined {
    return this.#token;
  }

  keep(token: string): void {
    this.#token = token;
    if (window.top === window) localStorage.setItem(KEY, token);
  }

  forget(): void {
    this.#token = undefined;
    if (window.top === window) localStorage.removeItem(KEY);
  }
}
