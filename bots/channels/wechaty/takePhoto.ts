import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import type { impls } from 'wechaty-puppet';
import { PHOTO_BYTES, PHOTO_TYPES } from '../../../shared/contracts/photo.ts';
import type { PhotoRequest } from '../../../shared/contracts/web.ts';
import { within } from './within.ts';

export interface Photo {
  readonly bytes: Uint8Array;
  readonly type: PhotoRequest['type'];
}

/** Why there is none. */
export type NoPhoto = 'tooLarge' | 'notAPhoto';

const PATIENCE = 60_000;

/** The bytes of a picture somebody sent. Throws when the puppet does not give them. */
export const takePhoto = async (
  puppet: Pick<impls.PuppetInterface, 'messageFile'>,
  messageId: string,
): Promise<Photo | NoPhoto> => {
  const box = await within(PATIENCE, 'the file of a message', puppet.messageFile(messageId));
  const stream: Readable = await within(PATIENCE, 'the file of a message', box.toStream());
  const late = setTimeout(() => stream.destroy(new Error('the file of a message came too slowly')), PATIENCE);
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of stream) {
      const bytes = Buffer.from(part as Uint8Array);
      size += bytes.length;
      if (size > PHOTO_BYTES) return 'tooLarge';
      parts.push(bytes);
    }
    return await photoOf(Buffer.concat(parts));
  } finally {
    clearTimeout(late);
    stream.destroy();
  }
};

/** By its first bytes: names and types that puppets give are guesses. */
export const photoOf = async (bytes: Uint8Array): Promise<Photo | NoPhoto> => {
  if (bytes.length > PHOTO_BYTES) return 'tooLarge';
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  const type = PHOTO_TYPES.find((each) => each === mime);
  return type ? { bytes, type } : 'notAPhoto';
};
