import type { SignPhoto } from '../../shared/application/ports.ts';
import type { Outbound } from '../../shared/contracts/reply.ts';
import type { Heard } from '../../shared/contracts/web.ts';

/** A message with addresses under which its photos can be shown: only whom it was sent to can see them. */
export const toFrame =
  (sign: SignPhoto) =>
  async (message: Outbound): Promise<Heard> => {
    const photos = message.reply.photos ?? [];
    return photos.length === 0 ? message : { ...message, photoUrls: await Promise.all(photos.map(sign)) };
  };
