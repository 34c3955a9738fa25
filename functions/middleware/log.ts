import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { isPrivateField } from '../../shared/domain/privacy/redact.ts';

/** Structured lines; private fields never leave, whoever logs them. Nobody logs a whole event. `name` here is that of an error. */
export const log = new Logger({
  jsonReplacerFn: (key, value) => (isPrivateField(key) && key !== 'name' ? '[private]' : value),
});

/** A new invocation: its id goes on every line; name, memory and the like are the log group's and would only cost. */
export const beginLog = (context: Pick<Context, 'awsRequestId'>): void => {
  log.resetKeys();
  log.appendKeys({ request: context.awsRequestId });
};
