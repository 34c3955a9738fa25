import type { LedgerRow } from '../../domain/city/City.ts';
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
 * before; somebody new there takes over from whoever left it or was given an end.
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
  const relieved = new Set<LedgerRow>();
  const changes: Change[] = [];
  for (const [, row] of ended) {
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
