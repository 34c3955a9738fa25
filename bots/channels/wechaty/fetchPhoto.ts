import { PHOTO_BYTES } from '../../../shared/contracts/photo.ts';
import { type Photo, photoOf } from './takePhoto.ts';

const PATIENCE = 30_000;

/**
 * A photo from the address a reply came with: over TLS, or from this very machine when the door is on it too; nowhere it was not sent to. Answers nothing when
 * there is no such photo (any more); throws when it may be had later.
 */
export const fetchPhoto = async (url: string, door: string): Promise<Photo | undefined> => {
  if (!isAllowed(new URL(url), new URL(door))) return undefined;
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (response.status >= 500 || response.status === 429)
    throw new Error(`a photo was answered ${response.status}`);
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    return undefined;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    // Leaving the loop ends the download.
    if (size > PHOTO_BYTES) return undefined;
    parts.push(part);
  }
  const photo = await photoOf(Buffer.concat(parts));
  return typeof photo === 'string' ? undefined : photo;
};

const isAllowed = (url: URL, door: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url) && isLoopback(door));

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
