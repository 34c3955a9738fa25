import {
  type CfnRoute,
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { acknowledge } from '../nag/acknowledge.ts';
import { type DoorName, doorNames, routes } from '../routes.ts';
import { type StageName, type StageSettings, settingsOf } from '../stage.ts';
import { accessLog } from './accessLog.ts';
import type { ServiceFunction } from './ServiceFunction.ts';

/** The HTTP API with every route there is. */
export class HttpDoor extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(
    scope: Construct,
    id: string,
    stage: StageName,
    doors: Readonly<Record<DoorName, ServiceFunction>>,
  ) {
    super(scope, id);
    const { throttle } = settingsOf(stage);
    this.api = new HttpApi(this, 'Api', {
      apiName: `wangge-${stage}`,
      description: 'Wangge: chat doors and lists',
      createDefaultStage: false,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
      accessLogSettings: accessLog(this, stage, 'http'),
    });
    for (const name of doorNames) {
      const [method, path] = routes[name].split(' ') as ['GET' | 'POST', string];
      const route = new HttpRoute(this, name, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration: new HttpLambdaIntegration('Integration', doors[name].lambda),
      });
      acknowledge(route, 'AwsSolutions-APIG4', whoIsAsked(name));
      if (OPEN.has(name)) this.throttleApart(route, routes[name], settingsOf(stage).openThrottle);
    }
  }

  /** A route with limits of its own. The stage names it, and so must come after it. */
  private throttleApart(route: HttpRoute, key: string, { rate, burst }: StageSettings['openThrottle']): void {
    const stage = this.stage.node.defaultChild as CfnStage;
    stage.addPropertyOverride(`RouteSettings.${key}`, {
      ThrottlingRateLimit: rate,
      ThrottlingBurstLimit: burst,
    });
    stage.addResourceDependency(route.node.defaultChild as CfnRoute);
  }
}

const PUBLIC: ReadonlySet<DoorName> = new Set([
  'chatPage',
  'readAreas',
  'readBoard',
  'boardPage',
  'verifyPage',
  'verifyReceipt',
  'readListed',
]);
/** Whoever comes is served: nobody is asked who they are. */
const OPEN: ReadonlySet<DoorName> = new Set([...PUBLIC, 'openSession']);

/** Who checks that the caller may: the finding is about a missing authorizer, which would be one more function a request. */
const whoIsAsked = (name: DoorName): string => {
  if (name.startsWith('host'))
    return 'The function checks the signature over the raw body, which no authorizer is given.';
  if (name === 'verifyReceipt')
    return 'Whoever brings the receipt of a case is told what is public of it, and nobody else anything.';
  if (PUBLIC.has(name))
    return 'Public: the page itself, the city map, or what the city must post: the board, and what is listed; nothing private in it.';
  if (name === 'openSession')
    return 'Where a visitor gets the token that the other routes ask for; throttled by itself.';
  return 'The function checks the bearer token it was given by openSession; no Cognito in the China partition.';
};
