import type { Answerer, Board, BoardGroup, Matter, PostedUnit } from '../contracts/board.ts';
import type { BoardPolicy } from '../domain/board/BoardPolicy.ts';
import { type PostedRole, publicName } from '../domain/board/publicName.ts';
import type { Area, Service, Unit } from '../domain/city/City.ts';
import type { Knowledge } from '../domain/city/Knowledge.ts';
import { supervisionOf } from '../domain/city/supervisionOf.ts';
import type { Holder } from '../domain/ledger/buildLedger.ts';
import { eachOnce } from '../domain/ledger/eachOnce.ts';
import { durationText } from '../domain/time/durationText.ts';
import { dateText, dayOf, formatInstant, type Instant } from '../domain/time/Instant.ts';

export interface BoardTerms {
  readonly policy: BoardPolicy;
  readonly now: Instant;
  /** Address of the chat. */
  readonly chat: string;
}

/**
 * The responsibility board of a leaf at an instant. Everything that is public is named here one by one: what is not, is not on it.
 * Whoever stands in for somebody is named like anybody else, without a word of why.
 */
export const describeBoard = (know: Knowledge, leaf: Area, { policy, now, chat }: BoardTerms): Board => {
  const lineage = know.lineage(leaf.code);
  const date = dateText(dayOf(now));
  const supervision = supervisionOf(know);
  const post =
    (role: PostedRole, area: Area) =>
    (holder: Holder): Answerer => {
      const own = policy.phones ? holder.phone : '';
      const phone =
        own ||
        (holder.unit && know.unit(holder.unit)?.phone) ||
        (deskPhone(know, area, date) ?? supervision?.phone);
      return {
        role,
        area: area.name,
        name: publicName(holder.name, role, policy.names),
        ...(phone ? { phone } : {}),
      };
    };
  return {
    city: know.city.name,
    cell: asArea(leaf),
    above: lineage.slice(1).map(asArea),
    at: formatInstant(now),
    people: [
      ...eachOnce(know.holders('supervisor', leaf.code, date)).map(post('supervisor', leaf)),
      ...lineage.slice(1).flatMap((area) => leadersOf(know, area, date).map(post('leader', area))),
    ],
    groups: groupsOf(know, leaf),
    ...(supervision ? { supervision } : {}),
    chat: `${chat}?cell=${encodeURIComponent(leaf.code)}`,
  };
};

/** Of the area itself: a post further up is named there. Leaders of a unit are the unit's business. */
const leadersOf = (know: Knowledge, area: Area, date: string): readonly Holder[] =>
  eachOnce(
    know
      .holders('leader', area.code, date)
      .filter((holder) => holder.area === area.code && holder.unit === undefined),
  );

/** The desk that work of an area passes through: where somebody without a unit is asked for. */
const deskPhone = (know: Knowledge, area: Area, date: string): string | undefined =>
  know
    .holders('dispatcher', area.code, date)
    .map(({ unit }) => (unit === undefined ? '' : (know.unit(unit)?.phone ?? '')))
    .find((phone) => phone !== '');

const groupsOf = (know: Knowledge, leaf: Area): BoardGroup[] => {
  const byGroup = Map.groupBy(know.city.services, ({ group }) => group);
  return know.city.groups.flatMap(({ code, name }) => {
    const byUnit = Map.groupBy(byGroup.get(code) ?? [], (service) => {
      const routing = know.route(service.code, leaf.code);
      return routing.found ? know.unit(routing.unit) : undefined;
    });
    const leads = [...byUnit].map(([unit, services]) => ({
      ...(unit ? { unit: withSuperior(know, unit) } : {}),
      services: services.map(asMatter),
    }));
    return leads.length === 0 ? [] : [{ code, name, leads }];
  });
};

const withSuperior = (know: Knowledge, unit: Unit): PostedUnit => {
  const superior = unit.parent === undefined ? undefined : know.unit(unit.parent);
  return { ...asUnit(unit), ...(superior ? { superior: asUnit(superior) } : {}) };
};

const asUnit = ({ name, phone }: Unit): { name: string; phone?: string } => ({
  name,
  ...(phone === '' ? {} : { phone }),
});

const asArea = ({ code, name, level }: Area) => ({ code, name, level });

const asMatter = ({ code, name, verify, check, conditions }: Service): Matter => ({
  code,
  name,
  conditions: conditions.map(({ name: condition, urgent, limits }) => ({
    name: condition,
    urgent,
    limits: {
      ...(verify ? { verify: durationText(limits.verify) } : {}),
      accept: durationText(limits.accept),
      sign: durationText(limits.sign),
      handle: durationText(limits.handle),
      ...(check ? { check: durationText(limits.check) } : {}),
    },
  })),
});
