import type { LedgerRow } from '../../../domain/city/City.ts';
import { roleNames } from '../../../domain/city/roleNames.ts';
import type { Directory } from '../table/Directory.ts';
import { phoneOf } from '../table/phoneOf.ts';
import type { Row } from '../table/Row.ts';
import { AREA_CODE, refer, UNIT_CODE } from '../table/refer.ts';
import { areaKey } from './importRoutes.ts';
import { Persons } from './Persons.ts';
import { roleOf } from './roles.ts';

interface Known {
  readonly areas: Directory;
  readonly units: Directory;
  /** The ledger so far: whoever is in it keeps the id. */
  readonly before: readonly LedgerRow[];
}

type Draft = Omit<LedgerRow, 'deputy' | 'superior'>;

/** The ledger. Persons without an id get one made of name and phone; deputies and superiors may be ids or names. */
export const importLedger = (rows: readonly Row[], { areas, units, before }: Known): readonly LedgerRow[] => {
  const given = rows.map((row) => ({
    person: row.code('person'),
    name: row.text('name'),
    phone: phoneOf(row),
  }));
  const persons = new Persons(before, given);
  const drafts = rows.map((row, i) => {
    const { person = '', name = '', phone = '' } = given[i] ?? {};
    const area = refer(row, { key: areaKey(row), noun: '区域', code: AREA_CODE }, areas);
    if (area === '' && row.sound) row.skip('area', '没有写区域', '补上区域编码');
    if (name === '') row.skip('name', '没有写姓名', '补上它');
    if (person === '' && phone === '' && row.sound)
      row.note('phone', '没有人员编号也没有电话，按姓名和区域编了号', '补上电话，以后换区域编号也不变');
    const { id, namesake } = persons.idOf({ person, name, phone }, area);
    if (namesake !== undefined && row.sound)
      row.note(
        'name',
        `原来的台账里也有${name}（${namesake}），电话不同，当作另一个人`,
        `是同一个人就在人员编号列写 ${namesake}`,
      );
    return { row, draft: draftOf(row, area, units, { person: id, name, phone }) };
  });
  persons.remember(drafts.flatMap(({ draft }) => draft ?? []));
  return drafts.flatMap(({ row, draft }): readonly LedgerRow[] => {
    const deputy = personIn(row, 'deputy', '代理人', persons);
    const superior = personIn(row, 'superior', '上级', persons);
    if (!draft || !row.sound) return [];
    return [{ ...draft, ...(deputy === '' ? {} : { deputy }), ...(superior === '' ? {} : { superior }) }];
  });
};

const draftOf = (
  row: Row,
  area: string,
  units: Directory,
  who: Pick<LedgerRow, 'person' | 'name' | 'phone'>,
): Draft | undefined => {
  const said = row.text('role');
  const role = roleOf(said);
  if (!role)
    row.skip(
      'role',
      said === '' ? '没有写岗位' : `不认识的岗位“${said}”`,
      `写 ${Object.values(roleNames).join('、')} 之一`,
    );
  const unit = refer(row, { key: 'unit', noun: '单位', code: UNIT_CODE }, units);
  const from = row.date('from');
  const to = row.date('to');
  if (from === '' && row.sound)
    row.skip('from', '没有写开始日期', '补上它，或整张表用 --fill from=2026-01-01');
  if (!role || !row.sound) return undefined;
  const channel = row.text('channel') || 'web';
  const rest = { ...(unit === '' ? {} : { unit }), ...who, channel, from, ...(to === '' ? {} : { to }) };
  return { area, role, ...rest };
};

/** The id of somebody who is named. Who is not known stays as written, for the check to say so; of several the cell is left empty. */
const personIn = (row: Row, key: 'deputy' | 'superior', noun: string, persons: Persons): string => {
  const text = row.text(key);
  if (text === '' || /^(?:无|-|—|\/)$/u.test(text)) return '';
  const found = persons.find(text, row.text(`${key}Phone`));
  if (found && 'code' in found) return found.code;
  if (found)
    row.note(
      key,
      `叫“${text}”的有 ${found.among.length} 人，${noun}没有写上`,
      `写人员编号，或在姓名后面写电话`,
    );
  else if (!UNIT_CODE.test(text))
    row.note(key, `${noun}“${text.slice(0, 30)}”不在台账里，没有写上`, '为此人补一行，或改正姓名');
  return !found && UNIT_CODE.test(text) ? text : '';
};
