import type { CaseEvent } from '../../shared/domain/case/CaseEvent.ts';
import type { Clock } from '../../shared/domain/case/Clock.ts';
import { at } from './lifeOf.ts';
import { EAST, WEST } from './smallCity.ts';

/** Stands in everything that somebody wrote, and in every place to the house. */
export const WRITTEN = '赵大妈说楼上漏水';
/** A resident beside the one who reported it. */
export const NEIGHBOUR = 'web:r-neighbour';
/** The case of that resident. */
export const JOINED = '202609280009999';

const clock: Clock = {
  limit: 'handle',
  lasts: '2wd',
  since: at('2026-09-28 10:00'),
  due: at('2026-09-30 17:30'),
};
const photos = ['photos/web-r-1/secret'];
const place = { lng: 121.4711, lat: 31.2311, name: `建设路12号${WRITTEN}` };

/** One of each, with something private wherever there can be. Without a new event here this does not compile. */
export const everyEvent: { readonly [T in CaseEvent['type']]: Extract<CaseEvent, { type: T }> } = {
  opened: {
    type: 'opened',
    city: 'small-1',
    kind: 'request',
    service: '01037',
    condition: 'a',
    urgent: false,
    leaf: WEST,
    place,
    text: WRITTEN,
    photos,
    reporter: 'web:r-1',
    phone: '13812345678',
    privacy: 'confidential',
    about: 'U01',
  },
  supplemented: { type: 'supplemented', text: WRITTEN, photos },
  supplied: { type: 'supplied', material: 'M1', text: WRITTEN, photos },
  corrected: {
    type: 'corrected',
    service: '06010',
    condition: 'a',
    urgent: false,
    kind: 'request',
    leaf: EAST,
    place,
  },
  verified: { type: 'verified' },
  declined: { type: 'declined', reason: WRITTEN, post: `supervisor@${WEST}` },
  appealed: { type: 'appealed', reason: WRITTEN },
  accepted: { type: 'accepted' },
  unroutable: { type: 'unroutable', weighed: ['01*'] },
  merged: { type: 'merged', into: JOINED },
  unmerged: { type: 'unmerged' },
  joined: { type: 'joined', cases: [{ number: JOINED, reporter: NEIGHBOUR }] },
  solved: { type: 'solved', person: 'S1', report: WRITTEN, photos },
  dispatched: {
    type: 'dispatched',
    tasks: [
      { unit: 'U03', share: 'lead', status: 'assigned', rule: '01*' },
      { unit: 'U01', share: 'assist', status: 'assigned', rule: '01*' },
    ],
    reason: WRITTEN,
  },
  signed: { type: 'signed', unit: 'U03', person: 'H3' },
  returned: { type: 'returned', unit: 'U03', person: 'H3', reason: WRITTEN },
  transferred: { type: 'transferred', unit: 'U03', to: { person: 'L3' } },
  cohandled: {
    type: 'cohandled',
    task: { unit: 'U01', share: 'assist', status: 'assigned', rule: 'H3' },
    reason: WRITTEN,
  },
  released: { type: 'released', units: ['U01'] },
  begun: { type: 'begun', unit: 'U01', clock },
  requested: {
    type: 'requested',
    request: {
      kind: 'extend',
      unit: 'U03',
      person: 'H3',
      reason: WRITTEN,
      by: '2wd',
      approver: 'dispatcher@990101001',
      clock,
    },
  },
  approved: { type: 'approved', kind: 'extend', unit: 'U03' },
  rejected: { type: 'rejected', kind: 'suspend', unit: 'U03', reason: WRITTEN },
  extended: { type: 'extended', unit: 'U03', name: 'stage', clock },
  paused: {
    type: 'paused',
    pause: {
      kind: 'material',
      since: at('2026-09-28 12:00'),
      stage: 'handling',
      owner: 'unit@U03',
      words: WRITTEN,
    },
  },
  resumed: { type: 'resumed', because: 'answered', clocks: [] },
  opined: { type: 'opined', person: 'L1', accept: true, words: WRITTEN },
  contained: { type: 'contained', unit: 'U03', person: 'H3', report: WRITTEN, photos },
  done: { type: 'done', unit: 'U03', person: 'H3', report: WRITTEN, photos },
  passed: { type: 'passed' },
  failed: { type: 'failed', reason: WRITTEN, round: 1 },
  rated: { type: 'rated', rating: { overall: 'D', opinion: WRITTEN }, reporter: NEIGHBOUR },
  visited: { type: 'visited', agreed: false, words: WRITTEN },
  concluded: { type: 'concluded', reason: WRITTEN },
  filed: { type: 'filed', rated: true },
  withdrawn: { type: 'withdrawn', reason: WRITTEN },
  left: { type: 'left', reporter: NEIGHBOUR },
  urged: { type: 'urged', count: 2 },
  rang: { type: 'rang', name: 'stage', step: 'urge' },
  listed: {
    type: 'listed',
    listing: { unit: 'U03', at: at('2026-10-10 09:00'), due: at('2026-10-20 17:30') },
  },
  owedAnew: { type: 'owedAnew', material: 'plan', clock },
  recomputed: { type: 'recomputed', name: 'stage', clock },
  handedOver: {
    type: 'handedOver',
    owner: `supervisor@${WEST}`,
    from: ['S1'],
    to: ['S2'],
    because: 'ledger',
  },
  moved: { type: 'moved', to: 'handling', owner: 'unit@U03', clock },
};
