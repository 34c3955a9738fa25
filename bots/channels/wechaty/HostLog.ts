/** One line of the host's log. Never what people say, nor who they are. */
export interface HostLine {
  readonly level: 'INFO' | 'WARN' | 'ERROR';
  readonly message: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type HostLog = (line: HostLine) => void;

/** A JSON line on standard output, like those of the functions. */
export const logLine: HostLog = ({ level, message, facts }) => {
  console.log(
    JSON.stringify({ level, message, service: 'wechatyHost', timestamp: new Date().toISOString(), ...facts }),
  );
};

const LONGEST = 200;

/**
 * A fault as a log may have it. A puppet's messages may quote what was said or name people: whatever is not plain English, ids and
 * longer numbers are left out.
 */
export const faultFacts = (fault: unknown): Readonly<Record<string, unknown>> => {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const { code } = fault as NodeJS.ErrnoException;
  return {
    fault: fault.name,
    ...(code === undefined ? {} : { code }),
    what: fault.message
      .replace(/[^\x20-\x7e]+/gu, '…')
      .replace(/\b(?:wxid|gh)_\w+|\S*@\S+|\d{5,}/gu, '[id]')
      .slice(0, LONGEST),
    ...(fault.cause === undefined ? {} : { cause: faultFacts(fault.cause) }),
  };
};
