import { type Settings, settingsSchema } from '../schema/settingsSchema.ts';
import { readYaml } from '../source/readYaml.ts';
import { nothingRead, type Part, takeItems } from './Part.ts';

const FILE = 'city.yaml';

/** One entry, or none. Paths into it are the City's own (`['hours', 0]`): the reader puts the index before them. */
export const readSettings = (text: string): Part<Settings> => {
  const reading = readYaml(text);
  const faults = reading.faults.map((fault) => ({ file: FILE, ...fault }));
  if (!reading.read) return nothingRead(FILE, faults);
  const { data, lineOf } = reading.read;
  return takeItems(FILE, [{ file: FILE, value: data, lineOf }], settingsSchema, faults);
};
