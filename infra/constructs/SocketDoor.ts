import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acknowledge } from '../nag/acknowledge.ts';
import { asFound } from '../nag/asFound.ts';
import { type StageName, settingsOf } from '../stage.ts';
import { accessLog } from './accessLog.ts';
import type { ServiceFunction } from './ServiceFunction.ts';

/** The WebSocket by which a web page hears at once. It is only ever connected to; nothing is sent up it. */
export class SocketDoor extends Construct {
  readonly api: WebSocketApi;
  readonly stage: WebSocketStage;

  constructor(scope: Construct, id: string, stage: StageName, connect: ServiceFunction) {
    super(scope, id);
    const { throttle } = settingsOf(stage);
    this.api = new WebSocketApi(this, 'Api', {
      apiName: `wangge-${stage}-push`,
      description: 'Wangge: pushes replies to web pages',
      connectRouteOptions: { integration: new WebSocketLambdaIntegration('Connect', connect.lambda) },
    });
    this.stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: this.api,
      stageName: 'push',
      autoDeploy: true,
      throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
      accessLogSettings: accessLog(this, stage, 'socket'),
    });
    acknowledge(
      this.api,
      'AwsSolutions-APIG4',
      'connectSocket checks the token before the connection is made; a browser cannot send headers with it.',
    );
  }

  /** Where to push, and the permission to. */
  pushedToBy(sender: ServiceFunction): void {
    const stack = Stack.of(this);
    const connections = `${this.api.apiId}/${this.stage.stageName}/POST/@connections/*`;
    const arn = stack.formatArn({ service: 'execute-api', resource: connections });
    sender
      .may(['execute-api:ManageConnections'], [arn])
      .has('SOCKET_ENDPOINT', this.stage.callbackUrl)
      .acknowledgeWildcard(
        asFound(stack, arn),
        'Connections come and go: their ids cannot be known here. One API, one stage, pushing only.',
      );
  }
}
