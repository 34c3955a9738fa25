import { stageNames } from '../../../infra/stage.ts';
import { type Variable, variables } from '../../../shared/contracts/environment.ts';
import { allowedTo, pairsOf } from './support/allowedTo.ts';
import { resourcesOf, targetOf } from './support/assemble.ts';
import { type BuiltFunction, functionsOf } from './support/functionsOf.ts';

const toolVariables = [
  'NODE_OPTIONS',
  'POWERTOOLS_LOG_LEVEL',
  'POWERTOOLS_METRICS_NAMESPACE',
  'POWERTOOLS_SERVICE_NAME',
];

/** What each variable is for: the permission that must come with it, and that must not come without it. */
const meaning: Readonly<Partial<Record<Variable, { readonly actions: RegExp; readonly on: RegExp }>>> = {
  TABLE_NAME: {
    actions:
      /^dynamodb:(?:GetItem|BatchGetItem|Query|PutItem|UpdateItem|DeleteItem|BatchWriteItem|ConditionCheckItem)$/u,
    on: /^<DataStack\.Table\w+>(?:\/index\/due)?$/u,
  },
  PHOTO_BUCKET: { actions: /^s3:(?:Get|Put)Object$/u, on: /^<DataStack\.Photos\w+>\/photos\/\*$/u },
  // Written is a new staffing, and no part of a version.
  CITY_BUCKET: {
    actions: /^s3:(?:Get|Put)Object$/u,
    on: /^<DataStack\.Cities\w+>\/cities\/(?:\*|[a-z-]+\/staffing\/\*)$/u,
  },
  TURN_QUEUE_URL: { actions: /^sqs:SendMessage$/u, on: /^<ServiceStack\.TurnsQueue\w+>$/u },
  TICK_QUEUE_URL: { actions: /^sqs:SendMessage$/u, on: /^<ServiceStack\.TicksQueue\w+>$/u },
  HANDOVER_QUEUE_URL: { actions: /^sqs:SendMessage$/u, on: /^<ServiceStack\.HandOversQueue\w+>$/u },
  REPLY_QUEUE_URL: {
    actions: /^sqs:(?:Send|Receive|Delete)Message$/u,
    on: /^<ServiceStack\.RepliesQueue\w+>$/u,
  },
  DEAD_LETTER_URL: {
    actions: /^sqs:SendMessage$/u,
    on: /^<ServiceStack\.(?:Turns|Ticks|HandOvers)DeadLetters\w+>$/u,
  },
  WEB_SECRET_ARN: { actions: /^secretsmanager:GetSecretValue$/u, on: /^<ServiceStack\.WebSecret\w+>$/u },
  HOST_SECRET_ARN: { actions: /^secretsmanager:GetSecretValue$/u, on: /^<ServiceStack\.HostSecret\w+>$/u },
  SOCKET_ENDPOINT: {
    actions: /^execute-api:ManageConnections$/u,
    on: /:<ServiceStack\.SocketApi\w+>\/push\/POST\/@connections\/\*$/u,
  },
};

/** What a function is allowed for its trigger's sake, or AWS's own: no variable goes with it. */
const triggers: readonly { readonly actions: RegExp; readonly on: RegExp }[] = [
  { actions: /^logs:(?:CreateLogStream|PutLogEvents)$/u, on: /^<ServiceStack\.\w+Log[0-9A-F]{8}>$/u },
  { actions: /^xray:Put(?:TelemetryRecords|TraceSegments)$/u, on: /^\*$/u },
  {
    actions: /^sqs:(?:ReceiveMessage|DeleteMessage|GetQueueAttributes)$/u,
    on: /^<ServiceStack\.(?:Turns|Ticks|HandOvers)Queue\w+>$/u,
  },
  // What is missing from the bucket is told only to who may list it.
  { actions: /^s3:ListBucket$/u, on: /^<DataStack\.Photos\w+>$/u },
  { actions: /^dynamodb:ListStreams$/u, on: /^\*$/u },
  { actions: /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator)$/u, on: /^<DataStack\.Table\w+>$/u },
  { actions: /^sqs:SendMessage$/u, on: /^<ServiceStack\.(?:Stream|Sweep|Watch|Hours)FailuresQueue\w+>$/u },
];

const keyActions =
  /^kms:(?:Decrypt|DescribeKey|Encrypt|GenerateDataKey|GenerateDataKeyWithoutPlaintext|ReEncryptFrom|ReEncryptTo)$/u;

const ownVariables = ({ variables: held }: BuiltFunction): Variable[] =>
  Object.keys(held).filter((name): name is Variable => !toolVariables.includes(name));

describe.each(stageNames)('the permissions of stage %s', (stage) => {
  const functions = functionsOf(stage).map((each) => ({
    name: each.name,
    own: ownVariables(each),
    statements: allowedTo(stage, each.role),
    pairs: pairsOf(allowedTo(stage, each.role)),
  }));

  test('leave functions only variables of the contract', () => {
    for (const { name, own } of functions) {
      expect([name, own.filter((variable) => !Object.hasOwn(variables, variable))]).toEqual([name, []]);
      expect([name, own.includes('STAGE')]).toEqual([name, true]);
    }
  });

  test('give each function what each of its variables is for', () => {
    const missing = functions.flatMap(({ name, own, pairs }) =>
      own
        .filter((variable) => {
          const wanted = meaning[variable];
          const given = pairs.some(
            ({ action, resource }) => wanted?.actions.test(action) && wanted.on.test(resource),
          );
          return wanted !== undefined && !given;
        })
        .map((variable) => `${name} has ${variable} and no permission to use it`),
    );
    expect(missing).toEqual([]);
  });

  test('give no function what none of its variables and triggers asks for', () => {
    const surplus = functions.flatMap(({ name, own, pairs }) => {
      const asked = [...own.flatMap((variable) => meaning[variable] ?? []), ...triggers];
      return pairs
        .filter(({ action }) => !keyActions.test(action))
        .filter(
          ({ action, resource }) =>
            !asked.some(({ actions, on }) => actions.test(action) && on.test(resource)),
        )
        .map(({ action, resource }) => `${name}: ${action} on ${resource}`);
    });
    expect(surplus).toEqual([]);
  });

  test('let functions use a key only through the service that holds the data', () => {
    const withKeys = functions.flatMap(({ statements }) =>
      statements.filter(({ actions }) => actions.some((action) => action.startsWith('kms:'))),
    );
    expect(withKeys.length).toBeGreaterThan(0);
    for (const { actions, conditions, resources } of withKeys) {
      expect(actions.filter((action) => !keyActions.test(action))).toEqual([]);
      expect(resources).toEqual([expect.stringMatching(/^<DataStack\.Key\w+>$/u)]);
      expect(JSON.stringify(conditions)).toMatch(
        /"StringEquals":\{"kms:ViaService":.*"(?:dynamodb|s3|secretsmanager)\./u,
      );
    }
  });

  test('give no key to functions that use no table, photo or secret', () => {
    const keyless = functions.filter(
      ({ own }) => !own.some((name) => /TABLE|PHOTO_BUCKET|SECRET/u.test(name)),
    );
    expect(keyless.map(({ name }) => name)).toEqual(['chatPage', 'verifyPage']);
    for (const { pairs } of keyless)
      expect(pairs.filter(({ action }) => keyActions.test(action))).toEqual([]);
  });

  test('come from no managed policy but the one API Gateway asks for', () => {
    const managed = resourcesOf(stage, 'AWS::IAM::Role').filter(
      ({ Properties }) => Properties.ManagedPolicyArns !== undefined,
    );
    expect(managed.map(({ id }) => id)).toEqual([expect.stringMatching(/^ServiceStack\.GatewayLogRole/u)]);
    expect(resourcesOf(stage, 'AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  test('have no wildcard but these', () => {
    const roles = resourcesOf(stage, 'AWS::IAM::Role');
    const wild = roles.flatMap(({ id }) =>
      pairsOf(allowedTo(stage, id))
        .filter(({ action, resource }) => action.includes('*') || resource.includes('*'))
        .map(
          ({ action, resource }) =>
            `${action} on ${resource.replace(/^arn:.*:/u, '').replace(/[0-9A-F]{8}>/gu, '>')}`,
        ),
    );
    expect([...new Set(wild)].sort()).toEqual(
      [
        // Log in to the registry: names no repository. Pulling is limited to ours.
        'ecr:GetAuthorizationToken on *',
        'dynamodb:ListStreams on *',
        // Connection ids are made by API Gateway.
        'execute-api:ManageConnections on <ServiceStack.SocketApi>/push/POST/@connections/*',
        // Object names are made by functions; the prefix is the limit.
        's3:GetObject on <DataStack.Cities>/cities/*',
        's3:GetObject on <DataStack.Photos>/photos/*',
        's3:PutObject on <DataStack.Cities>/cities/example/staffing/*',
        's3:PutObject on <DataStack.Photos>/photos/*',
        // Traces name no resource.
        'xray:PutTelemetryRecords on *',
        'xray:PutTraceSegments on *',
      ].sort(),
    );
  });

  test('let only API Gateway and EventBridge call functions, each for one API or rule of ours', () => {
    for (const { id, Properties } of resourcesOf(stage, 'AWS::Lambda::Permission')) {
      expect(['apigateway.amazonaws.com', 'events.amazonaws.com']).toContain(Properties.Principal);
      expect([id, Properties.SourceArn !== undefined]).toEqual([id, true]);
      expect(targetOf(stage, 'ServiceStack', Properties.FunctionName)).toMatch(/Function/u);
    }
  });
});
