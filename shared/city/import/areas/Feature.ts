/** One shape of a map with what is written on it, as it came. */
export interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

/** Takes features one by one; `at` names the feature for a person: `#12`. */
export type TakeFeature = (feature: Feature, at: string) => void;
