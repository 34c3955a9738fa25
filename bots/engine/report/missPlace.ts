import type { Knowledge, PlaceMiss } from '../../../shared/domain/city/Knowledge.ts';
import { namesAddress } from '../../../shared/domain/text/namesAddress.ts';
import { soundsLikePlace } from '../../../shared/domain/text/soundsLikePlace.ts';
import { resident as say } from '../phrases/resident.ts';
import type { Filled, Form } from './Form.ts';
import { offerPlaces } from './offerPlaces.ts';

/** Words, and what in them is said as if it were a place. */
interface Missing {
  readonly text: string;
  readonly missed?: PlaceMiss | undefined;
}

/**
 * Words that name no known place, where one is not known yet: says so, and offers what comes near. `asked`: for the place; else only an
 * address with its number is taken for one, never 「晚上很危险」 or a slip of the pen. Undefined when no place was meant.
 */
export const missPlace = (form: Form, said: Missing, asked: boolean, know: Knowledge): Filled | undefined => {
  const { text, missed: miss } = said;
  if (miss && miss.near.length > 0 && (asked || miss.kind === 'number')) {
    const { kind } = miss;
    const offered = miss.near.map(({ lng, lat, name, apart }) =>
      kind === 'number' ? { lng, lat, name, apart } : { lng, lat, name },
    );
    return { form: offerPlaces(form, offered, { kind, said: miss.said }), lead: '' };
  }
  const meant = asked ? soundsLikePlace(text, know.classify(text).guesses.length > 0) : namesAddress(text);
  return meant ? { form: { ...form, missed: { kind: 'place' } }, lead: say.placeMissed } : undefined;
};
