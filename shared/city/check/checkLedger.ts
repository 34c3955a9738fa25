import type { LedgerRow } from '../../domain/city/City.ts';
import { conversationOf } from '../../domain/ledger/buildLedger.ts';
import type { Finding } from '../Fault.ts';
import type { Damaged } from '../parts/Damaged.ts';
import { type Check, type Draft, entriesOf, knows } from './Draft.ts';

/** Each row by itself, and each person the same wherever they stand. */
export const checkLedger: Check = (draft) => {
  const entries = entriesOf(draft, 'ledger');
  const persons = new Map<string, Row>();
  const conversations = new Map<string, string>();
  for (const { sound } of entries)
    if (sound.person !== undefined && !persons.has(sound.person)) persons.set(sound.person, sound);
  return entries.flatMap((entry, i) => {
    const { sound: row } = entry;
    const first = persons.get(row.person ?? '') ?? row;
    return [
      ...checkPost(entry, draft),
      ...checkPeople(row, draft, persons),
      ...(first === row ? checkConversation(row, conversations) : checkSame(row, first)),
    ].map(({ field, ...said }): Finding => ({ ...said, at: ['ledger', i, field], ofLine: true }));
  });
};

type Row = Partial<LedgerRow>;
type Trouble = Pick<Finding, 'what' | 'remedy'> & { readonly field: keyof LedgerRow };

const checkPost = ({ sound, bad }: Damaged<LedgerRow>, draft: Draft): readonly Trouble[] => {
  const { area, role, unit, from, to } = sound;
  const found: Trouble[] = [];
  if (area !== undefined && !knows(draft, 'areas', area))
    found.push({ field: 'area', what: `没有编码为 ${area} 的区域`, remedy: '改正 area' });
  if (unit !== undefined && !knows(draft, 'units', unit))
    found.push({
      field: 'unit',
      what: `没有编码为 ${unit} 的单位`,
      remedy: '改正 unit，或在 units.csv 里补上',
    });
  if (role === 'handler' && unit === undefined && !bad.has('unit'))
    found.push({ field: 'unit', what: `${whoIn(sound)}是 handler，没有写单位`, remedy: '写上 unit' });
  if (from !== undefined && to !== undefined && to < from)
    found.push({
      field: 'to',
      what: `任期 ${from} 至 ${to} 结束早于开始`,
      remedy: '改正 from 或 to；仍在任则 to 空着',
    });
  return found;
};

const whoIn = ({ person, name }: Row): string => [person, name].filter(Boolean).join(' ') || '此人';

const checkPeople = (row: Row, draft: Draft, persons: ReadonlyMap<string, Row>): readonly Trouble[] => {
  const { person, deputy, superior } = row;
  const found: Trouble[] = [];
  const unknown = (other: string | undefined): boolean =>
    other !== undefined && other !== person && !persons.has(other) && !draft.unreadable.has(other);
  if (deputy !== undefined && deputy === person)
    found.push({ field: 'deputy', what: `${whoIn(row)}的代理人是本人`, remedy: '写另一个人，或空着' });
  if (unknown(deputy))
    found.push({
      field: 'deputy',
      what: `代理人 ${deputy} 不在台账里`,
      remedy: '改正 deputy，或为此人补一行',
    });
  if (unknown(superior))
    found.push({
      field: 'superior',
      what: `上级 ${superior} 不在台账里`,
      remedy: '改正 superior，或为此人补一行',
    });
  return found;
};

const SAME = { name: '姓名', phone: '电话', channel: '渠道' } as const;

/** A field that is absent in either row is empty, or wrong and told by itself. */
const checkSame = (row: Row, first: Row): readonly Trouble[] =>
  (Object.keys(SAME) as (keyof typeof SAME)[]).flatMap((field) =>
    row[field] === undefined || first[field] === undefined || row[field] === first[field]
      ? []
      : [
          {
            field,
            what: `${row.person} 的${SAME[field]}这里是“${row[field]}”，前面是“${first[field]}”`,
            remedy: '同一个人各行写得一样；不同的人用不同的 person',
          },
        ],
  );

const checkConversation = (row: Row, conversations: Map<string, string>): readonly Trouble[] => {
  const { person, channel } = row;
  if (person === undefined || channel === undefined) return [];
  const conversation = conversationOf({ person, channel });
  const holder = conversations.get(conversation) ?? person;
  conversations.set(conversation, holder);
  return holder === person
    ? []
    : [
        {
          field: 'channel',
          what: `${person} 与 ${holder} 用同一个会话 ${channel}`,
          remedy: '一个会话只能属于一个人',
        },
      ];
};
