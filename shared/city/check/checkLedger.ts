import type { LedgerRow } from '../../domain/city/City.ts';
import { conversationOf } from '../../domain/ledger/buildLedger.ts';
import type { Finding } from '../Fault.ts';
import { type Check, type Draft, knows } from './Draft.ts';

/** Each row by itself, and each person the same wherever they stand. */
export const checkLedger: Check = (draft) => {
  const rows = draft.city.ledger ?? [];
  const persons = new Map<string, LedgerRow>();
  const conversations = new Map<string, string>();
  for (const row of rows) if (!persons.has(row.person)) persons.set(row.person, row);
  return [...rows.entries()].flatMap(([i, row]) => {
    const first = persons.get(row.person) ?? row;
    const holder = conversations.get(conversationOf(row)) ?? row.person;
    conversations.set(conversationOf(row), holder);
    return [
      ...checkPost(row, draft),
      ...checkPeople(row, draft, persons),
      ...(first === row ? [] : checkSame(row, first)),
      ...(holder === row.person || first !== row ? [] : sharedConversation(row, holder)),
    ].map((finding): Finding => ({ ...finding, at: ['ledger', i] }));
  });
};

type Trouble = Pick<Finding, 'what' | 'remedy'>;

const checkPost = (row: LedgerRow, draft: Draft): readonly Trouble[] => {
  const found: Trouble[] = [];
  if (!knows(draft, 'areas', row.area))
    found.push({ what: `没有编码为 ${row.area} 的区域`, remedy: '改正 area' });
  if (row.unit !== undefined && !knows(draft, 'units', row.unit))
    found.push({ what: `没有编码为 ${row.unit} 的单位`, remedy: '改正 unit，或在 units.csv 里补上' });
  if (row.role === 'handler' && row.unit === undefined)
    found.push({ what: `${row.person} ${row.name}是 handler，没有写单位`, remedy: '写上 unit' });
  if (row.to !== undefined && row.to < row.from)
    found.push({
      what: `任期 ${row.from} 至 ${row.to} 结束早于开始`,
      remedy: '改正 from 或 to；仍在任则 to 空着',
    });
  return found;
};

const checkPeople = (
  row: LedgerRow,
  draft: Draft,
  persons: ReadonlyMap<string, LedgerRow>,
): readonly Trouble[] => {
  const found: Trouble[] = [];
  const unknown = (person: string | undefined): boolean =>
    person !== undefined && person !== row.person && !persons.has(person) && !draft.unreadable.has(person);
  if (row.deputy === row.person)
    found.push({ what: `${row.person} ${row.name}的代理人是本人`, remedy: '写另一个人，或空着' });
  if (unknown(row.deputy))
    found.push({ what: `代理人 ${row.deputy} 不在台账里`, remedy: '改正 deputy，或为此人补一行' });
  if (unknown(row.superior))
    found.push({ what: `上级 ${row.superior} 不在台账里`, remedy: '改正 superior，或为此人补一行' });
  return found;
};

const checkSame = (row: LedgerRow, first: LedgerRow): readonly Trouble[] => {
  const fields = { name: '姓名', phone: '电话', channel: '渠道' } as const;
  return (Object.keys(fields) as (keyof typeof fields)[]).flatMap((field) =>
    row[field] === first[field]
      ? []
      : [
          {
            what: `${row.person} 的${fields[field]}这里是“${row[field]}”，前面是“${first[field]}”`,
            remedy: '同一个人各行写得一样；不同的人用不同的 person',
          },
        ],
  );
};

const sharedConversation = (row: LedgerRow, holder: string): readonly Trouble[] => [
  { what: `${row.person} 与 ${holder} 用同一个会话 ${row.channel}`, remedy: '一个会话只能属于一个人' },
];
