import { ControlError } from './ControlError.ts';
import type { Controlled } from './Controlled.ts';
import { demoPeople, personOfPost } from './demoPeople.ts';
import type { PhoneOf } from './Phone.ts';
import type { PhoneBook } from './PhoneBook.ts';

type Cloud = Pick<Controlled, 'cities' | 'token' | 'clock'>;

/** Gives somebody a phone: that of `key`, else one more. Answers which; who has one already keeps it. */
export const openPhone = async (
  cloud: Cloud,
  book: PhoneBook,
  { open, key }: { readonly open: PhoneOf; readonly key?: string | undefined },
): Promise<string> => {
  const conversation = await conversationOf(cloud, open);
  const has = (await demoPeople(cloud, book.phones())).find((one) => one.conversation === conversation);
  if (has) return has.key;
  const opened = book.open(open, key);
  if (opened !== undefined) return opened;
  throw new ControlError(
    409,
    key === undefined ? 'There are as many phones as fit' : `There is no phone ${key}`,
  );
};

/** Undefined for a resident whom nobody knows yet. */
const conversationOf = async (cloud: Cloud, open: PhoneOf): Promise<string | undefined> => {
  if (!('post' in open)) return open.resident;
  const { role, ...where } = open.post;
  const person = await personOfPost(cloud, { post: role, ...where }, '');
  if (!person)
    throw new ControlError(404, `Nobody holds the post ${role} ${where.area} ${where.unit ?? ''}`.trim());
  return person.conversation;
};
