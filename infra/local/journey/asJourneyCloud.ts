import { conversationOfPost, findPost } from '../control/findPost.ts';
import type { LocalCloud } from '../LocalCloud.ts';
import type { JourneyCloud } from './JourneyCloud.ts';

/** A local cloud as a journey sees it. */
export const asJourneyCloud = (cloud: LocalCloud): JourneyCloud => ({
  url: cloud.url,
  socketUrl: cloud.socketUrl,
  know: cloud.know(),
  now: cloud.clock.now,
  advanceTo: async (at) => {
    const stuck = await cloud.advanceTo(at);
    if (stuck !== undefined) throw new Error(`Not everything happened on the way: ${stuck}`);
  },
  idle: () => cloud.idle(),
  token: cloud.token,
  hostSecret: () => cloud.gateway.secret(cloud.resources.hostSecret),
  conversationOf: (cast) => {
    const row = findPost(cloud.know(), cast, cloud.clock.now());
    if (row) return conversationOfPost(row);
    const where = [cast.area, cast.unit].filter(Boolean).join(' ');
    throw new Error(`${cast.name}: nobody holds the post ${cast.post} ${where} at this time (ledger.csv)`);
  },
  loadCase: cloud.store.cases.load,
  caseNumbers: cloud.store.caseNumbers,
});
