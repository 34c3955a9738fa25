import { randomInt } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { issueCode } from '../../../shared/application/issueCode.ts';
import { showCode } from '../../../shared/domain/ledger/accessCode.ts';
import { conversationOfPost, findPost } from '../control/findPost.ts';
import type { LocalCloud } from '../LocalCloud.ts';
import type { JourneyCloud } from './JourneyCloud.ts';

/** A local cloud as a journey sees it. `folder`: the city folder in force; `copies`: where copies that are changed may lie. */
export const asJourneyCloud = (
  cloud: LocalCloud,
  { folder, copies }: { readonly folder: string; readonly copies: string },
): JourneyCloud => {
  let inForce = folder;
  let changes = 0;
  const publish = async (dir: string): Promise<void> => {
    await cloud.publishCity(dir);
    inForce = dir;
  };
  return {
    url: cloud.url,
    socketUrl: cloud.socketUrl,
    get know() {
      return cloud.know();
    },
    publish,
    change: async (edit) => {
      changes += 1;
      const copy = join(copies, `city-${cloud.clock.now()}-${changes}`);
      await cp(inForce, copy, { recursive: true });
      await edit(copy);
      await publish(copy);
    },
    now: cloud.clock.now,
    advanceTo: async (at) => {
      const stuck = await cloud.advanceTo(at);
      if (stuck !== undefined) throw new Error(`Not everything happened on the way: ${stuck}`);
    },
    idle: () => cloud.idle(),
    token: cloud.token,
    hostSecret: () => cloud.gateway.secret(cloud.resources.hostSecret),
    conversationOf: (cast) => {
      // Who is not in the ledger yet is at the web page.
      if (cast.kind === 'person') return cloud.know().conversationOf(cast.id) ?? `web:${cast.id}`;
      const row = findPost(cloud.know(), cast, cloud.clock.now());
      if (row) return conversationOfPost(row);
      const where = [cast.area, cast.unit].filter(Boolean).join(' ');
      throw new Error(`${cast.name}: nobody holds the post ${cast.post} ${where} at this time (ledger.csv)`);
    },
    giveCode: async (person) => {
      const current = async () => cloud.know();
      const issue = issueCode({
        cities: { current, at: current },
        codes: cloud.store.codes,
        now: cloud.clock.now,
        below: randomInt,
      });
      const issued = await issue(person, 7);
      return issued && showCode(issued.code);
    },
    loadCase: cloud.store.cases.load,
    caseNumbers: cloud.store.caseNumbers,
  };
};
