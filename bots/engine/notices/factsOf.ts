import type { CaseNotice } from '../../../shared/contracts/notice.ts';
import type { Reply } from '../../../shared/contracts/reply.ts';
import { formatForPeople } from '../../../shared/domain/time/Instant.ts';

/** What most sentences about a case are made of. */
export const factsOf = (notice: CaseNotice) => ({
  number: notice.number,
  service: notice.service,
  place: notice.place,
  ...(notice.unit === undefined ? {} : { unit: notice.unit }),
  ...(notice.words === undefined ? {} : { words: notice.words }),
  ...(notice.due === undefined ? {} : { due: formatForPeople(notice.due) }),
});

/** How it looks, and where it is on a map. */
export const pictureOf = (notice: CaseNotice): Pick<Reply, 'photos' | 'point'> => ({
  ...(notice.photos.length > 0 ? { photos: notice.photos } : {}),
  ...(notice.point ? { point: { ...notice.point, name: notice.place } } : {}),
});
