import type { CaseNotice } from '../../contracts/notice.ts';
import { splitOwner } from '../../domain/case/answersFor.ts';
import type { Case, Owner } from '../../domain/case/Case.ts';
import { conditionName } from '../../domain/case/conditionOf.ts';
import type { Telling } from '../../domain/case/react/Telling.ts';
import type { Knowledge, RuleBook } from '../../domain/city/Knowledge.ts';
import { maskPrivate } from '../../domain/privacy/maskPrivate.ts';

/** What is told, in words that can be sent: names for codes, private data masked. */
export const noticeOf = (telling: Telling, state: Case, city: Knowledge): Omit<CaseNotice, 'id' | 'at'> => {
  const unit = telling.unit ?? state.tasks.find((task) => task.share === 'lead')?.unit;
  const due = telling.due ?? state.clock?.due;
  const { lng, lat, name } = state.place;
  return {
    kind: telling.kind,
    number: state.number,
    ...matterOf(state, city),
    place: maskPrivate(name),
    point: { lng, lat },
    text: maskPrivate(state.text).slice(0, 2_000),
    photos: [...(telling.photos ?? state.photos)],
    urgent: state.urgent,
    stage: state.stage,
    ...(due === undefined ? {} : { due }),
    ...(unit === undefined ? {} : { unit: unitName(unit, city) }),
    ...(telling.words === undefined || telling.words === ''
      ? {}
      : { words: maskPrivate(telling.words).slice(0, 2_000) }),
    ...(telling.count === undefined ? {} : { count: telling.count }),
    ...(telling.into === undefined ? {} : { into: telling.into }),
    ...(telling.kind === 'declined' && state.appealed ? { appealed: true as const } : {}),
    ...requestOf(telling, city),
    ...ofLadder(telling, state, city),
    ...(state.owed && state.owed.length > 0
      ? { owed: state.owed.map(({ name: material, clock }) => ({ name: material, due: clock.due })) }
      : {}),
  };
};

/** 事项, and 情形 where it tells several apart, by name. */
export const matterOf = (state: Pick<Case, 'service' | 'condition'>, city: RuleBook) => {
  const condition = conditionName(state, city);
  return {
    service: city.service(state.service)?.name ?? state.service,
    ...(condition === undefined ? {} : { condition }),
  };
};

const requestOf = ({ request }: Telling, city: Knowledge): Pick<CaseNotice, 'request'> =>
  request
    ? {
        request: {
          kind: request.kind,
          unit: unitName(request.unit, city),
          ...(request.by === undefined ? {} : { by: request.by }),
        },
      }
    : {};

/** Who is late, for those who are told of somebody else. */
const ofLadder = (
  { to, steps, kind }: Telling,
  { listed }: Case,
  city: Knowledge,
): Pick<CaseNotice, 'late' | 'steps' | 'listedDue'> => ({
  ...('owner' in to ? { late: postName(to.owner, city) } : {}),
  ...(steps ? { steps: [...steps] } : {}),
  ...(kind === 'list' && listed ? { listedDue: listed.due } : {}),
});

const unitName = (code: string, city: Knowledge): string => city.unit(code)?.name ?? code;

/** A unit by its name, every other post by the area it is for. */
const postName = (owner: Owner, city: Knowledge): string => {
  const [role, code] = splitOwner(owner);
  if (role === 'resident') return '';
  return role === 'unit' ? unitName(code, city) : (city.area(code)?.name ?? code);
};
