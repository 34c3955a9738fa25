import type { OpenCommand } from '../../shared/contracts/command.ts';
import type { Service } from '../../shared/domain/city/City.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { DoorError } from '../middleware/DoorError.ts';
import { phrases } from './phrases.ts';

type Need = Service['needs'][number];

/** What a dialog would still have to ask: the service says what must be known before it is filed. Throws what the door says then. */
export const checkReport = (command: OpenCommand, know: Knowledge): void => {
  const missing = know.service(command.service)?.needs.find((need) => !isThere[need](command));
  if (missing)
    throw new DoorError(400, 'badField', {
      message: phrases.needed[missing],
      field: `command.${FIELD[missing]}`,
    });
};

const FIELD: Readonly<Record<Need, string>> = {
  place: 'place',
  text: 'text',
  photo: 'photos',
  phone: 'phone',
};

const isThere: Readonly<Record<Need, (command: OpenCommand) => boolean>> = {
  place: () => true,
  text: ({ text }) => text !== '',
  photo: ({ photos }) => photos.length > 0,
  // Nobody is called back who does not say who they are, and patrols report to themselves.
  phone: ({ phone, privacy, patrol }) =>
    phone !== undefined || privacy === 'anonymous' || patrol !== undefined,
};
