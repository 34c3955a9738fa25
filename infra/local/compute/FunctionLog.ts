import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** One step for a person to read. */
export interface LogLine {
  readonly level: string;
  readonly from: string;
  readonly message: string;
}

/** Where the lines of functions go: whole into a file each, one readable line per step to whoever listens. */
export interface FunctionLog {
  readonly line: (name: string, line: string) => void;
  readonly close: () => Promise<void>;
}

type Fields = Readonly<Record<string, unknown>>;

const parsed = (line: string): Fields | undefined => {
  try {
    const fields: unknown = JSON.parse(line);
    return typeof fields === 'object' && fields !== null ? (fields as Fields) : undefined;
  } catch {
    return undefined;
  }
};

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a step is about, where the function says so. */
const DETAILS = ['conversation', 'number', 'command', 'case', 'code', 'refused', 'kind', 'count'] as const;

const sentence = (fields: Fields): string => {
  const error = fields.error as { readonly name?: string; readonly message?: string } | undefined;
  const details = DETAILS.flatMap((name) => (fields[name] === undefined ? [] : `${name}=${shown(fields[name])}`));
  const fault = error?.message ? `: ${error.name ?? 'Error'}: ${error.message}` : '';
  return [`${shown(fields.message ?? '')}${fault}`, ...details].join(' ');
};

/** A line of a function as a step; nothing for metrics, which are for the dashboard. */
export const readableLine = (name: string, line: string): LogLine | undefined => {
  const fields = parsed(line);
  if (!fields) return line.trim() ? { level: 'INFO', from: name, message: line } : undefined;
  if ('_aws' in fields) return undefined;
  return { level: String(fields.level ?? 'INFO'), from: name, message: sentence(fields) };
};

/** Largest piece of a line that is shown; the file has all of it. */
const LONGEST = 300;

export const openFunctionLog = (
  dataDir: string,
  shortName: (name: string) => string,
  tell: (line: LogLine) => void,
): FunctionLog => {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, WriteStream>();
  const fileOf = (name: string): WriteStream => {
    const open = files.get(name) ?? createWriteStream(join(folder, `${name}.log`), { flags: 'a' });
    files.set(name, open);
    return open;
  };
  return {
    line: (name, line) => {
      fileOf(shortName(name)).write(`${line}\n`);
      const readable = readableLine(shortName(name), line);
      if (readable) tell({ ...readable, message: readable.message.slice(0, LONGEST) });
    },
    close: async () => {
      await Promise.all([...files.values()].map((file) => new Promise((done) => file.end(() => done(undefined)))));
    },
  };
};
