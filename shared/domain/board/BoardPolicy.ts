/** What a city posts of its people (公示). The law of some provinces asks for name and telephone, other cities post less. */
export interface BoardPolicy {
  /** `surname`: 「宋网格员」. */
  readonly names: 'full' | 'surname';
  /** The people's own telephones; else their unit's. */
  readonly phones: boolean;
}
