import { Logger } from '@aws-lambda-powertools/logger';
import { isPrivateField } from '../../shared/domain/privacy/redact.ts';

/** Structured lines; private fields never leave, whoever logs them. Nobody logs a whole event. `name` here is that of an error. */
export const log = new Logger({
  jsonReplacerFn: (key, value) => (isPrivateField(key) && key !== 'name' ? '[private]' : value),
});
