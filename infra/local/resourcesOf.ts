import { shortNameOf } from './compute/runnableOf.ts';
import type { LocalTemplateView } from './template/LocalTemplateView.ts';

/** What stands outside the functions asks for by these names. */
export interface LocalResources {
  readonly table: string;
  readonly cityBucket: string;
  readonly turnQueue: string;
  readonly photoBucket: string;
  readonly webSecret: string;
  readonly hostSecret: string;
  /** Id of the city that the functions ask for. */
  readonly city: string;
  /** `ws://…`, the stage included. */
  readonly socketUrl: string;
}

/** Found by the variables of the functions, which are the template's own names for its parts. Throws when one is nowhere. */
export const resourcesOf = (template: LocalTemplateView): LocalResources => {
  const functions = template.functions().filter((each) => !each.ofCustomResource);
  const variable = (name: string): string => {
    const holder = functions.find((each) => each.environment[name] !== undefined);
    const value = holder?.environment[name];
    if (value !== undefined) return value;
    throw new Error(
      `No function has the variable ${name}; there are ${functions.map(shortNameOf).join(' ')}`,
    );
  };
  return {
    table: variable('TABLE_NAME'),
    cityBucket: variable('CITY_BUCKET'),
    turnQueue: variable('TURN_QUEUE_URL'),
    photoBucket: variable('PHOTO_BUCKET'),
    webSecret: variable('WEB_SECRET_ARN'),
    hostSecret: variable('HOST_SECRET_ARN'),
    city: variable('CITY'),
    socketUrl: variable('SOCKET_URL'),
  };
};
