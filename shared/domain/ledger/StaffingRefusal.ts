/** Why the staffing stays as it is. Not a fault: the person is told. */
export type StaffingRefusal =
  | { readonly code: 'unknownPerson'; readonly person: string }
  /** Nobody would answer in their posts: neither deputy nor superior is there. */
  | { readonly code: 'nobodyStandsIn'; readonly person: string }
  | { readonly code: 'noSuchDay'; readonly date: string }
  | { readonly code: 'datesPast' }
  | { readonly code: 'datesReversed' }
  | { readonly code: 'notAway'; readonly person: string };
