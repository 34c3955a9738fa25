/** Makes something of a key once, and keeps it for as long as the key is among the last so many that were asked for. */
export class Lately<K, V> {
  readonly #most: number;
  readonly #make: (key: K) => V;
  readonly #known = new Map<K, { readonly value: V }>();

  constructor(most: number, make: (key: K) => V) {
    this.#most = most;
    this.#make = make;
  }

  of(key: K): V {
    const found = this.#known.get(key) ?? { value: this.#make(key) };
    this.#known.delete(key);
    this.#known.set(key, found);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#most) break;
      this.#known.delete(oldest);
    }
    return found.value;
  }

  /** So that it is made again: unless that has happened already. */
  forget(key: K, value: V): void {
    if (this.#known.get(key)?.value === value) this.#known.delete(key);
  }
}
