export interface LocalFunction {
  /** `<stack>/<logicalId>`, for messages to people. */
  readonly path: string;
  readonly stack: string;
  readonly logicalId: string;
  /** Physical name; the key of everything that refers to a function. */
  readonly name: string;
  readonly arn: string;
  /** Directory of the code asset, absolute. */
  readonly codeDir: string;
  /** As the template has it: `index.handler`. */
  readonly handler: string;
  readonly runtime: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Logical path `<stack>/<logicalId>` of its role. */
  readonly rolePath: string;
  readonly roleName: string;
  readonly reservedConcurrency?: number;
  /** Made by CDK itself for a custom resource: the local run has no use for it. */
  readonly ofCustomResource: boolean;
}
