export interface LocalSecret {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  /** What to make at first start. Absent: `value`, or nothing until somebody puts a value. */
  readonly generate?: {
    readonly length: number;
    readonly exclude: string;
    readonly excludePunctuation: boolean;
    readonly excludeUppercase: boolean;
    readonly excludeLowercase: boolean;
    readonly excludeNumbers: boolean;
    readonly includeSpace: boolean;
    readonly requireEachIncludedType: boolean;
    readonly template?: string;
    readonly templateKey?: string;
  };
  readonly value?: string;
  readonly keyArn?: string;
}
