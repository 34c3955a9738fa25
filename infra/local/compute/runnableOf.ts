import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '../gateway/types.ts';
import type { LocalFunction } from '../template/LocalFunction.ts';
import type { Runnable } from './FunctionPool.ts';

/** Instances of one function at most: more would not be faster on one machine. */
const MOST_INSTANCES = 4;

/** The name people know a function by. */
export const shortNameOf = (each: LocalFunction): string =>
  each.environment.POWERTOOLS_SERVICE_NAME ?? each.name;

const bundleOf = (each: LocalFunction, file: string): string => {
  const candidates = ['.mjs', '.js', '.cjs'].map((ending) => join(each.codeDir, `${file}${ending}`));
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`${each.path}: handler ${each.handler}, but there is none of ${candidates.join(', ')}`);
};

/** What Lambda gives every function, and its own variables; nothing of this process's environment. */
const environmentOf = (
  each: LocalFunction,
  gateway: { readonly url: string; readonly region: string },
  credentials: Credentials,
): Readonly<Record<string, string>> => ({
  ...each.environment,
  AWS_REGION: gateway.region,
  AWS_DEFAULT_REGION: gateway.region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL: gateway.url,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: each.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(each.memoryMb),
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${each.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  LAMBDA_TASK_ROOT: each.codeDir,
  _HANDLER: each.handler,
});

export const runnableOf = (
  each: LocalFunction,
  gateway: { readonly url: string; readonly region: string },
  credentials: Credentials,
): Runnable => {
  const dot = each.handler.lastIndexOf('.');
  return {
    name: each.name,
    arn: each.arn,
    bundle: bundleOf(each, each.handler.slice(0, dot)),
    handler: each.handler.slice(dot + 1),
    environment: environmentOf(each, gateway, credentials),
    timeLimit: each.timeoutSeconds * 1_000,
    memory: each.memoryMb,
    most: Math.min(each.reservedConcurrency ?? MOST_INSTANCES, MOST_INSTANCES),
  };
};
