import { dirname, resolve } from 'node:path';
import { parseDuration } from '../../../shared/domain/time/Duration.ts';
import { type Action, EXPECTED_FIELDS, type Expected, type Sent, type Step, type Wanted } from './Journey.ts';
import type { JourneyNode } from './JourneyNode.ts';

const FORMS = [
  '张三 says: …',
  '张三 hears: …',
  '张三 hears nothing',
  '张三 sends: { … }',
  '张三 presses: …',
  'wait: 2h',
  'at: 2026-09-28T10:00:00+08:00',
  'expect: { case: $case, … }',
  'publish: …',
  'hand over: { from: S001, to: S002 }',
  'code: { person: S001, as: $code }',
].join(' | ');

/** One item under `steps`. */
export const readStep = (node: JourneyNode, people: readonly string[]): Step => {
  const action = node.isMap ? keyed(node, people) : bare(node, people);
  return { ...action, line: node.line, written: node.written() };
};

const bare = (node: JourneyNode, people: readonly string[]): Action => {
  const text = node.text();
  const found = /^(?<person>.+?)\s+hears nothing$/u.exec(text)?.groups;
  if (!found?.person) return node.fault(`step "${text}" is not understood`, `Write one of: ${FORMS}.`);
  return { kind: 'hearsNothing', person: known(node, people, found.person) };
};

const keyed = (node: JourneyNode, people: readonly string[]): Action => {
  const entries = node.entries();
  const [entry] = entries;
  if (!entry || entries.length > 1)
    return node.fault('a step says more than one thing', 'Begin each step with "- ".');
  const { key, value } = entry;
  if (key === 'wait') return readWait(value);
  if (key === 'at') return { kind: 'at', at: value.instant() };
  if (key === 'publish') return readPublish(value);
  if (key === 'hand over') return readHandOver(value);
  if (key === 'expect') return { kind: 'expect', expected: readExpected(value) };
  if (key === 'code') return readCode(value);
  const found = /^(?<person>.+?)\s+(?<verb>says|hears|sends|presses)$/u.exec(key)?.groups;
  if (!found?.person) return node.fault(`step "${key}" is not understood`, `Write one of: ${FORMS}.`);
  const person = known(node, people, found.person);
  switch (found.verb) {
    case 'says':
      return { kind: 'sends', person, sent: { kind: 'text', text: value.text() } };
    case 'hears':
      return { kind: 'hears', person, wanted: readWanted(value) };
    case 'presses':
      return { kind: 'presses', person, choice: value.text() };
    default:
      return readSends(value, person);
  }
};

const readPublish = (node: JourneyNode): Action => {
  if (!node.isMap) return { kind: 'publishes', folder: resolve(dirname(node.file), node.text()) };
  const { file, from, to } = node.fields(['file', 'from', 'to']);
  return {
    kind: 'changes',
    file: (file ?? node.missing('file', 'file: catalog.yaml')).text(),
    from: (from ?? node.missing('from', 'from: the text as it is')).text(),
    to: (to ?? node.missing('to', 'to: the text as it shall be')).text(),
  };
};

const readHandOver = (node: JourneyNode): Action => {
  const { from, to, ...options } = node.fields(['from', 'to', 'on', 'area', 'name', 'phone', 'channel']);
  const persons = [from ?? node.missing('from', 'from: S001'), to ?? node.missing('to', 'to: S002')];
  const named = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value.text()]);
  return { kind: 'handsOver', words: [...persons.map((person) => person.text()), ...named] };
};

const known = (node: JourneyNode, people: readonly string[], name: string): string =>
  people.includes(name)
    ? name
    : node.fault(
        `nobody here is called "${name}"`,
        `Add them under people, or use one of: ${people.join(', ')}.`,
      );

const readWait = (node: JourneyNode): Action => {
  const text = node.text();
  const until = /^until (?<at>\S+)$/u.exec(text)?.groups?.at;
  if (until !== undefined) {
    const at = Date.parse(until);
    return Number.isNaN(at)
      ? node.fault(
          `"${until}" is no instant`,
          'Write one with its offset: wait: until 2026-09-28T10:00:00+08:00.',
        )
      : { kind: 'at', at };
  }
  const duration = parseDuration(text);
  return duration
    ? { kind: 'wait', duration }
    : node.fault(`"${text}" is no duration`, 'Write 30m, 8h, 3d, 4wh or 5wd, or "until" and an instant.');
};

const readCode = (node: JourneyNode): Action => {
  const fields = node.fields(['person', 'as']);
  const person = fields.person ?? node.missing('person', 'person: S001');
  const as = fields.as ?? node.missing('as', 'as: $code');
  return { kind: 'code', person: person.text(), variable: as.text().replace(/^\$/u, '') };
};

const readWanted = (node: JourneyNode): Wanted => {
  const text = node.text();
  const found = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/su.exec(text)?.groups;
  if (!found) return { kind: 'part', text };
  const { source = '', flags = '' } = found;
  try {
    new RegExp(source, flags);
  } catch (error) {
    return node.fault(
      `${text} is no regular expression (${String(error)})`,
      'Escape ( ) [ ] . ? * + with a backslash.',
    );
  }
  return { kind: 'expression', source, flags };
};

const readSends = (node: JourneyNode, person: string): Action => {
  const fields = node.fields(['id', 'text', 'location', 'name', 'photo', 'unknown', 'cell']);
  const forms = ['text', 'location', 'photo', 'unknown', 'cell'] as const;
  const named = forms.filter((each) => fields[each]);
  if (named.length !== 1 || (fields.name && !fields.location))
    return node.fault(
      'one thing is sent at a time',
      'Write { location: [lng, lat], name: … }, { photo: file }, { text: … }, { unknown: voice } or { cell: code }; id may be added.',
    );
  return {
    kind: 'sends',
    person,
    sent: readSent(node, fields),
    ...(fields.id ? { id: fields.id.text() } : {}),
  };
};

const readSent = (node: JourneyNode, fields: Readonly<Record<string, JourneyNode | undefined>>): Sent => {
  if (fields.text) return { kind: 'text', text: fields.text.text() };
  if (fields.unknown) return { kind: 'unknown', what: fields.unknown.text() };
  if (fields.cell) return { kind: 'hello', cell: fields.cell.text() };
  if (fields.photo) return { kind: 'photo', file: resolve(dirname(node.file), fields.photo.text()) };
  const [lng, lat, ...rest] = fields.location?.items() ?? [];
  if (!lng || !lat || rest.length > 0)
    return node.fault('location is not a point', 'Write location: [121.4712, 31.2304].');
  return {
    kind: 'place',
    lng: lng.number(),
    lat: lat.number(),
    ...(fields.name ? { name: fields.name.text() } : {}),
  };
};

const readExpected = (node: JourneyNode): Expected => {
  const fields = node.fields(['case', ...EXPECTED_FIELDS]);
  const number = fields.case ?? node.missing('case', 'case: $case');
  const texts = EXPECTED_FIELDS.flatMap((name) => {
    const field = fields[name];
    return field ? [[name, field.text()] as const] : [];
  });
  if (texts.length === 0)
    node.fault('nothing is expected of the case', `Add any of ${EXPECTED_FIELDS.join(', ')}.`);
  return { ...Object.fromEntries(texts), case: number.text() };
};
