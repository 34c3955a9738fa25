/** Where a person is met: alone, or in a room. */
export interface Address {
  readonly contact: string;
  readonly room?: string;
}

const CHANNEL = 'wechaty:';
const LONGEST = 150;
/** Ids of these signs stand as they are. `~` parts room and person; a leading dot marks an id that is written in base64url. */
const PLAIN = /^[\w@-][\w@.-]*$/u;

/**
 * `wechaty:<contact>`, or `wechaty:<room>~<contact>`: the same person has another conversation in each room. Nothing is looked up:
 * `addressOf` reads it back, also after a restart. Throws for ids too long to be written.
 */
export const conversationOf = ({ contact, room }: Address): string => {
  const id = room === undefined ? encode(contact) : `${encode(room)}~${encode(contact)}`;
  if (id.length > LONGEST)
    throw new Error(`The ids of a contact and its room have ${id.length} signs; the most is ${LONGEST}`);
  return CHANNEL + id;
};

/** Throws when it is no conversation of this channel. */
export const addressOf = (conversation: string): Address => {
  const [first = '', second, ...more] = conversation.slice(CHANNEL.length).split('~');
  if (!conversation.startsWith(CHANNEL) || first === '' || second === '' || more.length > 0)
    throw new Error('Not a conversation of this channel');
  return second === undefined ? { contact: decode(first) } : { contact: decode(second), room: decode(first) };
};

const encode = (id: string): string => {
  if (id === '') throw new Error('An empty id names nobody');
  return PLAIN.test(id) ? id : `.${Buffer.from(id).toString('base64url')}`;
};

const decode = (part: string): string =>
  part.startsWith('.') ? Buffer.from(part.slice(1), 'base64url').toString() : part;
