export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly maxAgeSeconds?: number;
}

export interface LocalBucket {
  readonly path: string;
  readonly name: string;
  readonly arn: string;
  readonly cors: readonly CorsRule[];
  readonly keyArn?: string;
}
