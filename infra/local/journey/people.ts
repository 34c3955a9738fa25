import type { Cast } from './Journey.ts';
import type { JourneyCloud } from './JourneyCloud.ts';
import { meetWebPerson } from './meetWebPerson.ts';
import type { Person } from './Person.ts';

type Meet = (cloud: JourneyCloud, cast: Cast) => Promise<Person>;

/** How to play a person of each channel. A new channel is a new line here. */
const channels: Readonly<Record<string, Meet>> = {
  web: async (cloud, cast) =>
    meetWebPerson(cloud, cast.kind === 'staff' ? cloud.conversationOf(cast) : undefined),
};

/** Brings a person of a journey to the doors of their channel. */
export const meetPerson: Meet = (cloud, cast) => {
  const channel = cast.kind === 'staff' ? cloud.conversationOf(cast).split(':')[0] : cast.channel;
  const meet = channels[channel ?? ''];
  if (!meet) throw new Error(`${cast.name}: nobody plays the channel ${channel} here`);
  return meet(cloud, cast);
};
