import type { CorsRule } from './LocalBucket.ts';

export interface LocalApi {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly protocol: 'HTTP' | 'WEBSOCKET';
  /** `$request.body.action` and its like; WebSocket only. */
  readonly routeSelection?: string;
  readonly stages: readonly string[];
  readonly cors?: CorsRule;
}

export interface LocalRoute {
  readonly path: string;
  readonly apiId: string;
  readonly protocol: 'HTTP' | 'WEBSOCKET';
  /** `POST /web/turns`, `$default`, `$connect`. */
  readonly routeKey: string;
  readonly functionName: string;
  readonly payloadFormat: '1.0' | '2.0';
  readonly timeoutMs: number;
  readonly authorization: string;
}
