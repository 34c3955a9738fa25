import type { impls, payloads } from 'wechaty-puppet';

/** What ends a mention: phones write a four-per-em space, computers a plain one. */
const END = '(?:[\\u2005\\u0020\\u00a0]|$)';
const EVERYBODY = new RegExp(`@(?:所有人|all)${END}`, 'iu');
/** A mention whose name we do not know to be ours. */
const ANY_NAME = /@[^\u2005@]{1,60}\u2005/u;

/** The text of a room's message without the mention of us, or nothing when it is not said to us. What is said to everybody is not. */
export const findMention = async (
  puppet: impls.PuppetInterface,
  payload: payloads.Message,
  room: string,
): Promise<string | undefined> => {
  const text = payload.text ?? '';
  const ids: readonly string[] = ('mentionIdList' in payload ? payload.mentionIdList : undefined) ?? [];
  const listed = ids.includes(puppet.currentUserId);
  if (!listed && !text.includes('@')) return undefined;
  const bare = without(text, await ownNames(puppet, room));
  if (bare !== text) return bare.trim();
  if (!listed || EVERYBODY.test(text)) return undefined;
  return (ids.length === 1 ? text.replace(ANY_NAME, '') : text).trim();
};

/** Longer names first: one may begin with the other. */
const without = (text: string, names: readonly string[]): string =>
  names
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replace(new RegExp(`@${literal(name)}${END}`, 'gu'), ''), text);

const literal = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Our name, and our name in this room. */
const ownNames = async (puppet: impls.PuppetInterface, room: string): Promise<readonly string[]> => {
  const self = puppet.currentUserId;
  const found = await Promise.allSettled([
    puppet.contactPayload(self).then(({ name }) => name),
    puppet.roomMemberPayload(room, self).then(({ roomAlias }) => roomAlias),
  ]);
  return [
    ...new Set(found.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []))),
  ];
};
