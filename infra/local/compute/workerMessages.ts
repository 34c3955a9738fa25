/** What the runtime hands a worker when it starts it. */
export interface WorkerSetup {
  /** file: address of the bundle. */
  readonly bundle: string;
  /** Name of the export that is the handler. */
  readonly handler: string;
  readonly clock: SharedArrayBuffer;
}

export interface ToWorker {
  readonly id: string;
  readonly event: unknown;
  /** Milliseconds the function may take. */
  readonly timeLimit: number;
  readonly context: {
    readonly functionName: string;
    readonly functionVersion: string;
    readonly invokedFunctionArn: string;
    readonly memoryLimitInMB: string;
    readonly awsRequestId: string;
    readonly logGroupName: string;
    readonly logStreamName: string;
  };
}

/** As Lambda reports it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unloadable'; readonly error: FunctionError }
  | { readonly kind: 'answered'; readonly id: string; readonly payload: string }
  | { readonly kind: 'failed'; readonly id: string; readonly error: FunctionError };
