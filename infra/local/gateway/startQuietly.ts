import { channel } from 'node:diagnostics_channel';
import { DatabaseSync } from 'node:sqlite';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { LOCAL } from '../template/LOCAL.ts';

/** What is used of the Fastify application inside fauxqs: requests without the network. */
export interface Injectable {
  inject(request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly payload?: string | Buffer;
  }): Promise<Injected>;
}

export interface Injected {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly rawPayload: Buffer;
}

interface Application extends Injectable {
  listen: () => Promise<string>;
  ready(): PromiseLike<unknown>;
}

/**
 * fauxqs would listen on every address of the machine and ask nobody for credentials. Fastify announces each application it
 * makes (`fastify.initialization`): this one never listens, so that nothing can go round the gateway.
 */
const withoutPort = <T>(start: () => T): readonly [T, Injectable] => {
  let made: Application | undefined;
  const announcements = channel('fastify.initialization');
  const keep = (message: unknown): void => {
    const { fastify } = message as { readonly fastify: Application };
    made = fastify;
    fastify.listen = async () => {
      await fastify.ready();
      return 'http://127.0.0.1:1';
    };
  };
  announcements.subscribe(keep);
  try {
    const started = start();
    if (made === undefined) throw new Error('fauxqs: its application was not announced');
    return [started, made];
  } finally {
    announcements.unsubscribe(keep);
  }
};

/**
 * fauxqs opens its database so that every write waits for the disk, five times a message, with the whole process standing
 * still. `NORMAL` leaves what was acknowledged with the operating system: a kill loses nothing, a power cut may lose the last
 * moments. It has no setting for this.
 */
const withoutWaitingForDisk = <T>(start: () => T): T => {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
    exec.call(this, sql);
    if (sql.includes('journal_mode')) exec.call(this, 'PRAGMA synchronous = NORMAL');
  };
  try {
    return start();
  } finally {
    DatabaseSync.prototype.exec = exec;
  }
};

/** Starts fauxqs as a part of this process. It makes its application and opens its database before it first waits. */
export const startQuietly = async (
  dataDir: string | undefined,
): Promise<readonly [FauxqsServer, Injectable]> => {
  const options = { port: 0, logger: false, defaultRegion: LOCAL.region };
  const [starting, app] = withoutPort(() =>
    withoutWaitingForDisk(() => startFauxqs({ ...options, ...(dataDir === undefined ? {} : { dataDir }) })),
  );
  return [await starting, app];
};
