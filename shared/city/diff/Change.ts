/** One thing that differs between two versions of a city. In Chinese: clerks read it. */
export interface Change {
  readonly part: ChangedPart;
  readonly kind: ChangeKind;
  /** What it is about: a code, the name of a place, `supervisor@990101001001001`, `06*@990101`, a year, a key of city.yaml. */
  readonly code: string;
  /** One line, whole without its heading. */
  readonly text: string;
}

export const CHANGED_PARTS = [
  'areas',
  'places',
  'services',
  'units',
  'routes',
  'ledger',
  'calendar',
  'settings',
] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

export type ChangeKind =
  | 'added'
  | 'removed'
  | 'renamed'
  /** An area under another parent. */
  | 'reparented'
  /** An area with another boundary. */
  | 'redrawn'
  /** A place at another point. */
  | 'moved'
  /** How people say a service. */
  | 'words'
  | 'limits'
  /** Another unit for a service and an area. */
  | 'rerouted'
  /** Another person at a post. */
  | 'handedOver'
  /** Anything else of a thing that stays. */
  | 'changed';
