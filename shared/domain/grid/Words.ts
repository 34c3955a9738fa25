/** 32-bit words that grow. */
export class Words {
  length = 0;
  #room = new Int32Array(1024);

  push(word: number): void {
    if (this.length === this.#room.length) this.#grow(this.length + 1);
    this.#room[this.length++] = word;
  }

  /** Room for so many words, zero until they are set. */
  reserve(count: number): number {
    const start = this.length;
    if (start + count > this.#room.length) this.#grow(start + count);
    this.length += count;
    return start;
  }

  set(at: number, word: number): void {
    this.#room[at] = word;
  }

  toArray(): Int32Array {
    return this.#room.subarray(0, this.length);
  }

  #grow(least: number): void {
    const room = new Int32Array(Math.max(2 * this.#room.length, least));
    room.set(this.#room);
    this.#room = room;
  }
}
