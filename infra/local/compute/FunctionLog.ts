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

/** What stands in every line and tells a reader nothing about the step. */
const EVERYWHERE = new Set(
  (
    'level message timestamp service sampling_rate xray_trace_id cold_start error location correlation messageId receives ' +
    'route request function_arn function_memory_size function_name function_request_id'
  ).split(' '),
);

const sentence = (fields: Fields): string => {
  const error = fields.error as { readonly name?: string; readonly message?: string } | undefined;
  const details = Object.entries(fields)
    .filter(([name]) => !EVERYWHERE.has(name))
    .map(([name, value]) => `${name}=${shown(value)}`);
  const fault = error?.message ? `: ${error.name ?? 'Error'}: ${error.message}` : '';
  return [`${shown(fields.message ?? '')}${fault}`, ...details].join(' ');
};

/** A line of a function as a step; nothing for metrics and for what is only looked up in the file. */
export const readableLine = (name: string, line: string): LogLine | undefined => {
  const fields = parsed(line);
  if (!fields) return line.trim() ? { level: 'INFO', from: name, message: line } : undefined;
  if ('_aws' in fields || fields.level === 'DEBUG') return undefined;
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
      await Promise.all(
        [...files.values()].map((file) => new Promise((done) => file.end(() => done(undefined)))),
      );
    },
  };
};
