import type { CasePlace } from '../../../../shared/domain/case/Case.ts';
import type { Assist } from '../../../../shared/domain/case/CaseCommand.ts';
import { omit } from '../../omit.ts';

/** What needs more than its label. `opineFor`, `opineAgainst`: an expert's; `place`, `urgent`: parts of 修改. */
export type DetailAction =
  | 'merge'
  | 'ask'
  | 'consult'
  | 'return'
  | 'extend'
  | 'cohandle'
  | 'transfer'
  | 'suspend'
  | 'redispatch'
  | 'reject'
  | 'conclude'
  | 'opineFor'
  | 'opineAgainst'
  | 'discontent'
  | 'place'
  | 'urgent';

/** What is known so far of something that is to be done to a case; the first thing that is missing is asked for. */
export interface Detail {
  readonly kind: 'detail';
  readonly number: string;
  /** What and where it is, as it is named back. */
  readonly about: string;
  readonly action: DetailAction;
  /** Codes to choose from: numbers of cases, units, persons, durations. */
  readonly options?: readonly string[];
  /** Places to choose from. */
  readonly places?: readonly CasePlace[];
  /** What the limit lasts that more time is asked for. */
  readonly limit?: string;
  /** The case it is merged into. */
  readonly into?: string;
  readonly unit?: string;
  readonly assist?: readonly Assist[];
  /** 转办: `person:H008` or `unit:U21`. */
  readonly to?: string;
  /** 延期: by so much. */
  readonly by?: string;
  readonly place?: CasePlace;
  readonly urgent?: boolean;
  readonly words?: string;
  /** The words were shown back: whoever reported it will read them. */
  readonly confirmed?: true;
}

type Slot = 'into' | 'unit' | 'to' | 'by' | 'place' | 'urgent' | 'words' | 'confirmed';

const SLOTS: Readonly<Record<DetailAction, readonly Slot[]>> = {
  merge: ['into'],
  ask: ['words'],
  consult: ['words'],
  return: ['words'],
  extend: ['by', 'words'],
  cohandle: ['unit', 'words'],
  transfer: ['to'],
  suspend: ['words'],
  redispatch: ['unit', 'words'],
  reject: ['words'],
  conclude: ['words', 'confirmed'],
  opineFor: ['words'],
  opineAgainst: ['words', 'confirmed'],
  discontent: ['words'],
  place: ['place'],
  urgent: ['urgent'],
};

/** What is asked for next; undefined when all is known. */
export const openSlot = (detail: Detail): Slot | undefined =>
  SLOTS[detail.action].find((slot) => detail[slot] === undefined);

/** One step back: without what was said last. Undefined where nothing was. */
export const detailBefore = (detail: Detail): Detail | undefined => {
  const last = SLOTS[detail.action].findLast((slot) => detail[slot] !== undefined);
  if (last !== undefined)
    return omit(detail, last, 'places', ...(last === 'unit' ? (['assist'] as const) : []));
  return detail.places ? omit(detail, 'places') : undefined;
};
