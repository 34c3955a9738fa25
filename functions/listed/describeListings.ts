import { serviceName, unitName } from '../../bots/engine/cases/describeCase.ts';
import type { PublicListing } from '../../shared/application/ports.ts';
import type { ListedAnswer } from '../../shared/contracts/listed.ts';
import type { Knowledge } from '../../shared/domain/city/Knowledge.ts';
import { nearestStanding } from '../../shared/domain/city/nearestStanding.ts';
import { formatInstant, type Instant } from '../../shared/domain/time/Instant.ts';

/** So many on one page. */
export const ON_A_PAGE = 50;

/** A page of what is listed, by names. `found` holds one more than a page where there are others. */
export const describeListings = (
  found: readonly PublicListing[],
  know: Knowledge,
  now: Instant,
): ListedAnswer => {
  const shown = found.slice(0, ON_A_PAGE);
  const last = shown.at(-1);
  return {
    city: know.city.name,
    cases: shown.map(({ number, service, leaf, unit, at, due }) => {
      const community = communityOf(leaf, know);
      return {
        number,
        service: serviceName(service, know),
        ...(community === undefined ? {} : { community }),
        unit: unitName(unit, know),
        since: formatInstant(at),
        due: formatInstant(due),
        past: now > due,
      };
    }),
    ...(last && found.length > shown.length ? { next: `${last.due}-${last.number}` } : {}),
  };
};

/** The cell itself says too much: who reported it may be one of twenty households. */
const communityOf = (leaf: string, know: Knowledge): string | undefined =>
  know.lineage(nearestStanding(leaf, know)).find(({ level }) => level === 'community')?.name;
