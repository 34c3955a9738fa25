import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@aws-lambda-powertools/logger';
import type { LogItemExtraInput } from '@aws-lambda-powertools/logger/types';
import type { Context } from 'aws-lambda';
import { isPrivateField } from '../../shared/domain/privacy/redact.ts';

/** Structured lines; private fields never leave, whoever logs them. Nobody logs a whole event. `name` here is that of an error. */
const logger = new Logger({
  jsonReplacerFn: (key, value) => (isPrivateField(key) && key !== 'name' ? '[private]' : value),
});

const ofRecord = new AsyncLocalStorage<Logger>();
const current = (): Logger => ofRecord.getStore() ?? logger;

type Facts = Readonly<Record<string, unknown>>;
const extra = (facts: Facts | Error): LogItemExtraInput => (facts instanceof Error ? [facts] : [facts]);

export const log = {
  info: (message: string, facts: Facts = {}): void => current().info(message, facts),
  warn: (message: string, facts: Facts | Error): void => current().warn(message, ...extra(facts)),
  error: (message: string, facts: Facts | Error): void => current().error(message, ...extra(facts)),
  /** Facts on every further line of the invocation, or of the record. */
  appendKeys: (facts: Facts): void => current().appendKeys(facts),
};

/** A new invocation: its id goes on every line; name, memory and the like are the log group's and would only cost. */
export const beginLog = (context: Pick<Context, 'awsRequestId'>): void => {
  logger.resetKeys();
  logger.appendKeys({ request: context.awsRequestId });
};

/** The work on one record of a batch: the keys it appends stay on its own lines, whatever is done beside it. */
export const logApart = <T>(request: string, work: () => Promise<T>): Promise<T> =>
  ofRecord.run(logger.createChild(), () => {
    current().appendKeys({ request });
    return work();
  });
