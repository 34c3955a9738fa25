import { buildPlaceFinder } from '../../../../shared/domain/text/buildPlaceFinder.ts';
import { openPlaces } from '../../../../shared/domain/text/openPlaces.ts';
import { packPlaces } from '../../../../shared/domain/text/packPlaces.ts';
import { type AddressExample, TOWN_PLACES } from '../addressExamples.ts';

const finder = buildPlaceFinder(openPlaces(packPlaces(TOWN_PLACES)));

/** What is understood of an example, in the form of an example, and whether it is what should be. */
export const readAddressExample = ({ said, places, missed }: AddressExample) => {
  const hits = finder.find(said).filter(({ denied }) => !denied);
  const miss = hits.length === 0 ? finder.miss(said) : undefined;
  const got: AddressExample = {
    said,
    places: hits.map(({ name, spot }) => `${name}${spot}`).sort(),
    ...(miss ? { missed: { said: miss.said, near: miss.near.map(({ name }) => name) } } : {}),
  };
  const wanted: AddressExample = { said, places: [...places].sort(), ...(missed ? { missed } : {}) };
  return { got, wanted, right: JSON.stringify(got) === JSON.stringify(wanted) };
};
