import { Logger } from '@aws-lambda-powertools/logger';
import { PRIVATE_FIELDS } from '../../shared/domain/privacy/redact.ts';

/** Structured lines; private fields never leave, whoever logs them. Nobody logs a whole event. */
export const log = new Logger({
  jsonReplacerFn: (key, value) => (PRIVATE_FIELDS.has(key) ? '[private]' : value),
});
