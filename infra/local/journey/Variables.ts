/** What was heard under a name, for later steps: `$case`, or `${case}` where letters follow. */
export class Variables {
  readonly #values = new Map<string, string>();

  set(name: string, value: string): void {
    this.#values.set(name, value);
  }

  /** The text with the known names filled in. A `$` before anything else stays. */
  fill(text: string): string {
    return this.#replace(text, (value) => value);
  }

  /** The same inside a regular expression, where the value stands for itself. */
  fillExpression(source: string): string {
    return this.#replace(source, (value) => value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  }

  #replace(text: string, as: (value: string) => string): string {
    return text.replaceAll(/\$(?:\{([\p{L}\p{N}_]+)\}|([\p{L}\p{N}_]+))/gu, (whole, braced, bare) => {
      const written: string = braced ?? bare;
      const name = braced ? written : this.#nameIn(written);
      const value = this.#values.get(name);
      return value === undefined ? whole : as(value) + (braced ? '' : written.slice(name.length));
    });
  }

  /** Chinese has no spaces: in `$case谢谢` the name is what is known and is not followed by more of a name. */
  #nameIn(written: string): string {
    const known = [...this.#values.keys()].filter(
      (name) => written.startsWith(name) && !/^\w/u.test(written.slice(name.length)),
    );
    return known.toSorted((a, b) => b.length - a.length)[0] ?? written;
  }
}
