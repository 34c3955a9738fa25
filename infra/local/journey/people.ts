import type { Cast } from './Journey.ts';
import type { JourneyCloud } from './JourneyCloud.ts';
import { meetWebPerson } from './meetWebPerson.ts';
import type { WechatHost } from './openWechatHost.ts';
import type { Person } from './Person.ts';

/** The people of one journey, at the doors of their channels. */
export interface People {
  readonly meet: (cast: Cast) => Promise<Person>;
  readonly leave: () => Promise<void>;
}

/** How to play a person of each channel: a new channel is a new case here. */
export const openPeople = (cloud: JourneyCloud): People => {
  const met: Person[] = [];
  let wechat: Promise<WechatHost> | undefined;

  const atWechat = async (name: string, conversation: string | undefined): Promise<Person> => {
    // Only a journey that needs it waits for wechaty to load.
    wechat ??= import('./openWechatHost.ts').then(({ openWechatHost }) => openWechatHost(cloud));
    return (await wechat).meet(name, conversation);
  };

  const bring = (cast: Cast): Promise<Person> => {
    const conversation = cast.kind === 'resident' ? undefined : cloud.conversationOf(cast);
    const channel = cast.kind === 'resident' ? cast.channel : conversation?.split(':')[0];
    switch (channel) {
      case 'web':
        return meetWebPerson(cloud, conversation);
      case 'wechaty':
        return atWechat(cast.name, conversation);
      default:
        throw new Error(`${cast.name}: nobody plays the channel ${channel} here`);
    }
  };

  return {
    meet: async (cast) => {
      const person = await bring(cast);
      met.push(person);
      return person;
    },
    leave: async () => {
      for (const person of met) await person.leave();
      await (await wechat)?.close();
    },
  };
};
