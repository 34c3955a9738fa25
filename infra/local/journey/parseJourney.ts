import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Journey } from './Journey.ts';
import { JourneyFault } from './JourneyFault.ts';
import { JourneyNode } from './JourneyNode.ts';
import { readCast } from './readCast.ts';
import { readStep } from './readStep.ts';

const KEYS = ['title', 'city', 'at', 'people', 'steps'] as const;

/**
 * Reads a journey. Throws a `JourneyFault` that names file, line and remedy.
 * `citiesDir`: where the folders of cities are that `city` names.
 */
export const parseJourney = (file: string, text: string, citiesDir: string): Journey => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error)
    throw new JourneyFault(
      { file, line: lines.linePos(error.pos[0]).line },
      `not YAML: ${error.message}`,
      'Put texts that contain ": ", "#" or begin with a quote, "{", "[", "*" or "&" between double quotes.',
    );
  if (!isMap(document.contents))
    throw new JourneyFault({ file, line: 1 }, 'not a journey', `A journey has the keys ${KEYS.join(', ')}.`);
  const root = new JourneyNode({ file, text, lines }, document.contents, 'the journey');
  const fields = root.fields(KEYS);
  const people = (fields.people ?? root.missing('people', 'people: { 张三: resident }'))
    .entries()
    .map(readCast);
  const names = people.map((each) => each.name);
  const steps = fields.steps ?? root.missing('steps', 'steps: a list such as "- 张三 says: 你好"');
  return {
    file,
    title: fields.title?.text() ?? basename(file),
    cityDir: cityDirOf(fields.city, file, citiesDir),
    ...(fields.at ? { at: fields.at.instant() } : {}),
    people,
    steps: steps.items().map((step) => readStep(step, names)),
  };
};

const cityDirOf = (city: JourneyNode | undefined, file: string, citiesDir: string): string => {
  const named = city?.text() ?? 'example';
  const known = join(citiesDir, named);
  return /^[\w-]+$/u.test(named) && existsSync(known) ? known : resolve(dirname(file), named);
};
