import type { LedgerRow } from '../../domain/city/City.ts';
import { dayNumber } from '../../domain/time/Instant.ts';
import { canonicalJson } from '../canonicalJson.ts';
import type { Change } from './Change.ts';
import { changedFields } from './changedFields.ts';
import { pairUp } from './pairUp.ts';

const LABELS: Readonly<Record<string, string>> = {
  unit: '单位',
  name: '姓名',
  phone: '电话',
  channel: '渠道',
  deputy: '代理人',
  superior: '上级',
  from: '起',
  to: '止',
};

/**
 * A post is an area and a role, and for a unit's people the unit. Somebody who stays at a post is compared with what stood of them
 * before; somebody new there takes over from whoever left it or was given an end. Whose term only goes on in another row stays.
 */
export const diffLedger = (before: readonly LedgerRow[], after: readonly LedgerRow[]): readonly Change[] => {
  const { both, gone, came } = pairUp(before, after, [
    canonicalJson,
    (row) => `${postOf(row)} ${row.person} ${row.from}`,
    (row) => `${postOf(row)} ${row.person}`,
    (row) => `${row.area} ${row.role} ${row.person}`,
  ]);
  const edited = both.filter(([old, row]) => canonicalJson(old) !== canonicalJson(row));
  const ended = edited.filter(([old, row]) => row.to !== undefined && row.to < (old.to ?? '9999'));
  const coming = new Map(
    [...Map.groupBy(came, postOf)].map(([post, rows]) => [post, rows.toSorted(byStart)]),
  );
  const takeOver = (post: string, since: string): LedgerRow | undefined => {
    const rows = coming.get(post) ?? [];
    const at = rows.findIndex(({ from }) => from > since);
    return at < 0 ? undefined : rows.splice(at, 1)[0];
  };
  const continued = ended.flatMap(([old, row]) => {
    const own = goesOn(row, coming.get(postOf(row)) ?? []);
    return own ? [{ row, whole: { ...row, to: old.to }, own }] : [];
  });
  const relieved = new Set(continued.map(({ row }) => row));
  const changes = continued.flatMap(({ whole, own }) => sinceThen(whole, own));
  for (const [, row] of ended.filter(([, one]) => !relieved.has(one))) {
    const next = takeOver(postOf(row), row.to ?? '');
    if (!next) continue;
    relieved.add(row);
    changes.push(handedOver(row, next));
  }
  for (const row of gone.toSorted(byStart)) {
    const next = takeOver(postOf(row), '');
    changes.push(next ? handedOver(row, next) : say('removed', row, `${whoOf(row)} 撤下${spanOf(row)}`));
  }
  for (const row of [...coming.values()].flat())
    changes.push(say('added', row, `新增 ${whoOf(row)}${spanOf(row)}`));
  for (const [old, row] of edited)
    for (const { key, text } of changedFields(old, row, { skip: relieved.has(row) ? ['to'] : [] }))
      changes.push(say('changed', row, `${whoOf(row)} ${LABELS[key] ?? key} ${text}`));
  return changes;
};

const postOf = ({ role, area, unit }: LedgerRow): string =>
  `${role}@${area}${unit === undefined ? '' : `（${unit}）`}`;

const whoOf = ({ person, name }: LedgerRow): string => `${person} ${name}`;

const spanOf = ({ from, to }: LedgerRow): string => `（${from} 起${to === undefined ? '' : `，到 ${to}`}）`;

/** Takes from those who come the row in which somebody goes on at their post on the day after their row ends. */
const goesOn = (row: LedgerRow, came: LedgerRow[]): LedgerRow | undefined => {
  const at = came.findIndex(
    ({ person, from }) => person === row.person && dayNumber(from) === dayNumber(row.to ?? '') + 1,
  );
  return at < 0 ? undefined : came.splice(at, 1)[0];
};

/** What is otherwise in the second row of a term; what the first one already says is said of that. */
const sinceThen = (row: object, own: LedgerRow): Change[] =>
  changedFields(row, own, { skip: ['from'] }).map(({ key, text }) =>
    say('changed', own, `${whoOf(own)} ${LABELS[key] ?? key} ${text}，自 ${own.from}`),
  );

const byStart = (a: LedgerRow, b: LedgerRow): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

const handedOver = (before: LedgerRow, after: LedgerRow): Change =>
  say('handedOver', after, `${whoOf(before)} → ${whoOf(after)}，自 ${after.from}${until(after)}`);

const until = ({ to }: LedgerRow): string => (to === undefined ? '' : `，到 ${to}`);

const say = (kind: Change['kind'], row: LedgerRow, text: string): Change => ({
  part: 'ledger',
  kind,
  code: `${row.role}@${row.area}`,
  text: `岗位 ${postOf(row)}：${text}`,
});
