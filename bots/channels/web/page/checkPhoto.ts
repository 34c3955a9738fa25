import { PHOTO_BYTES, PHOTO_TYPES } from '../../../../shared/contracts/photo.ts';
import type { PhotoRequest } from '../../../../shared/contracts/web.ts';
import { phrases } from './phrases.ts';

const TYPES: readonly string[] = PHOTO_TYPES;

/** What to ask the photo door for, or the sentence that tells why this file cannot go. */
export const checkPhoto = (file: Pick<File, 'type' | 'size' | 'name'>): PhotoRequest | string => {
  // Some phones give HEIC files no type at all.
  const type = file.type || (/\.heic$/iu.test(file.name) ? 'image/heic' : '');
  if (!TYPES.includes(type)) return phrases.photoWrongType;
  if (file.size === 0) return phrases.photoEmpty;
  if (file.size > PHOTO_BYTES) return phrases.photoTooLarge;
  return { size: file.size, type: type as PhotoRequest['type'] };
};
