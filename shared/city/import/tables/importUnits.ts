import type { Unit } from '../../../domain/city/City.ts';
import { Directory } from '../table/Directory.ts';
import { makeId } from '../table/makeId.ts';
import { phoneOf } from '../table/phoneOf.ts';
import type { Row } from '../table/Row.ts';
import { refer, UNIT_CODE } from '../table/refer.ts';

/** Units. One without a code keeps that of the unit of its name among those before, or gets one made of its name. */
export const importUnits = (rows: readonly Row[], before: readonly Unit[]): readonly Unit[] => {
  const codes = new Map(before.map(({ name, code }) => [name, code]));
  const named = rows.map((row) => {
    const name = row.text('name');
    if (name === '') row.skip('name', '没有写单位名称', '补上它');
    const given = row.code('code');
    const code = given || codes.get(name) || makeId('U', name);
    if (given === '' && row.sound) row.note('code', '没有编码的单位按名称编了码', '名称不变，编码就不变');
    return { row, name, code };
  });
  const directory = new Directory(named);
  return named.flatMap(({ row, name, code }): readonly Unit[] => {
    const parent = refer(row, { key: 'parent', noun: '单位', code: UNIT_CODE }, directory);
    const unit = { code, name, phone: phoneOf(row), channel: row.text('channel') };
    return row.sound ? [parent === '' ? unit : { ...unit, parent }] : [];
  });
};
