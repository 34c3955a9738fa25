import type { InspectPhoto } from '../../shared/application/ports.ts';
import type { AskedCommand, OpenCommand } from '../../shared/contracts/command.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { isPhotoOf } from '../outlets/photos.ts';
import { phrases } from './phrases.ts';

/** Photos of a command are the speaker's own, and are photos. Throws what the door says of one that is not. */
export const takePhotos = async (
  command: AskedCommand | OpenCommand,
  conversation: string,
  inspect: InspectPhoto,
): Promise<void> => {
  const named = photosOf(command);
  const foreign = named.find(({ key }) => !isPhotoOf(key, conversation));
  if (foreign) throw new DoorError(403, 'notYours', { message: phrases.notYourPhoto, field: foreign.field });
  await Promise.all(
    named.map(async ({ field, key }) => {
      const verdict = await inspect(key);
      if (verdict !== 'photo')
        throw new DoorError(STATUS[verdict], verdict, { ...phrases.photo[verdict], field });
    }),
  );
};

const STATUS = { missing: 400, tooLarge: 413, notAPhoto: 415 } as const;

const photosOf = (
  command: AskedCommand | OpenCommand,
): readonly { readonly field: string; readonly key: string }[] => {
  const own = 'photos' in command ? fieldsOf('command.photos', command.photos) : [];
  const solved = command.type === 'open' ? command.patrol?.solved : undefined;
  return [...own, ...fieldsOf('command.patrol.solved.photos', solved?.photos)];
};

const fieldsOf = (path: string, photos: readonly string[] = []) =>
  photos.map((key, i) => ({ field: `${path}.${i}`, key }));
