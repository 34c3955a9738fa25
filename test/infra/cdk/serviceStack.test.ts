import { functionNames, settingsOfFunction } from '../../../infra/functions.ts';
import { type DoorName, doorNames, routes } from '../../../infra/routes.ts';
import { type StageName, settingsOf, stageNames } from '../../../infra/stage.ts';
import { GIVEN_UP } from '../../../shared/application/GIVEN_UP.ts';
import { TABLE } from '../../../shared/contracts/table.ts';
import { flat, type Resource, resourcesOf, stackOf, targetOf } from './support/assemble.ts';
import { functionsOf } from './support/functionsOf.ts';
import { at, type Json } from './support/Json.ts';

const DAY = 86_400;
const queuesOf = (stage: StageName) => resourcesOf(stage, 'AWS::SQS::Queue');
const isFinal = ({ Properties }: Resource) => Properties.RedrivePolicy === undefined;
const mappingsOf = (stage: StageName) =>
  resourcesOf(stage, 'AWS::Lambda::EventSourceMapping').map((mapping) => ({
    mapping,
    source: targetOf(stage, stackOf(mapping.id), mapping.Properties.EventSourceArn) ?? '',
    consumer: functionsOf(stage).find(
      ({ resource }) => resource.id === targetOf(stage, stackOf(mapping.id), mapping.Properties.FunctionName),
    ),
  }));

describe.each(stageNames)('the functions of stage %s', (stage) => {
  test('are those of the table, each of the runtime, memory, timeout and concurrency stated there', () => {
    const built = functionsOf(stage);
    expect(built.map(({ name }) => name).sort()).toEqual([...functionNames].sort());
    for (const { name, resource } of built) {
      const { memory, timeout, reserved } = { reserved: undefined, ...settingsOfFunction(name) };
      expect(resource.Properties).toMatchObject({
        Architectures: ['arm64'],
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        MemorySize: memory,
        Timeout: timeout,
        TracingConfig: { Mode: 'Active' },
      });
      const expected = settingsOf(stage).reserveConcurrency ? reserved : undefined;
      expect([name, resource.Properties.ReservedConcurrentExecutions]).toEqual([name, expected]);
    }
  });

  test('have each its own role and its own log group', () => {
    const built = functionsOf(stage);
    const logs = built.map(({ resource }) =>
      JSON.stringify(at(resource.Properties, 'LoggingConfig', 'LogGroup')),
    );
    expect(new Set(built.map(({ role }) => role)).size).toBe(functionNames.length);
    expect(new Set(logs).size).toBe(functionNames.length);
  });

  test('answer the doors within what the HTTP API waits', () => {
    for (const { name, resource } of functionsOf(stage)) {
      if (settingsOfFunction(name).folder === 'http') expect(resource.Properties.Timeout).toBeLessThan(30);
    }
  });
});

describe.each(stageNames)('the queues of stage %s', (stage) => {
  test('keep a message 14 days, encrypted, speak TLS only, and outlive the stack', () => {
    const policies = resourcesOf(stage, 'AWS::SQS::QueuePolicy');
    expect(queuesOf(stage)).toHaveLength(12);
    for (const queue of queuesOf(stage)) {
      expect(queue).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: { MessageRetentionPeriod: 14 * DAY, SqsManagedSseEnabled: true },
      });
      const own = policies.filter(
        ({ id, Properties }) => targetOf(stage, stackOf(id), at(Properties, 'Queues', 0)) === queue.id,
      );
      expect([queue.id, JSON.stringify(own).includes('"aws:SecureTransport":"false"')]).toEqual([
        queue.id,
        true,
      ]);
    }
  });

  test('set a message aside after five attempts, in a queue of the same kind that ends there', () => {
    const working = queuesOf(stage).filter((queue) => !isFinal(queue));
    expect(working).toHaveLength(4);
    for (const { id, Properties } of working) {
      expect(at(Properties, 'RedrivePolicy', 'maxReceiveCount')).toBe(5);
      const target = targetOf(stage, stackOf(id), at(Properties, 'RedrivePolicy', 'deadLetterTargetArn'));
      const aside = queuesOf(stage).find((queue) => queue.id === target);
      expect(aside && isFinal(aside)).toBe(true);
      expect(aside?.Properties.FifoQueue).toEqual(Properties.FifoQueue);
    }
  });

  test('hide a message for at least six times the timeout of the function that works on it', () => {
    const found = mappingsOf(stage).filter(({ source }) => queuesOf(stage).some(({ id }) => id === source));
    expect(found.map(({ consumer }) => consumer?.name).sort()).toEqual(['handOver', 'takeTurn', 'tickCase']);
    for (const { source, consumer } of found) {
      const queue = queuesOf(stage).find(({ id }) => id === source);
      expect(Number(queue?.Properties.VisibilityTimeout)).toBeGreaterThanOrEqual(
        6 * Number(consumer?.resource.Properties.Timeout),
      );
    }
  });

  test('hand out hand-overs one at a time, each with all the time there is, five side by side', () => {
    const found = mappingsOf(stage).find(({ consumer }) => consumer?.name === 'handOver');
    expect(found?.mapping.Properties).toMatchObject({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 5 },
    });
  });

  test('have tried a hand-over for the last time before later changes give up waiting for it', () => {
    const queue = queuesOf(stage).find(({ id }) => /HandOversQueue/u.test(id));
    const tries = Number(at(queue?.Properties, 'RedrivePolicy', 'maxReceiveCount'));
    expect(tries * Number(queue?.Properties.VisibilityTimeout) * 1000).toBeLessThan(GIVEN_UP);
  });

  test('hand out ten at a time, answered one by one, to as many functions at once as the stage states', () => {
    const { turns, ticks } = settingsOf(stage).queueConcurrency;
    for (const [name, concurrency] of [
      ['takeTurn', turns],
      ['tickCase', ticks],
    ] as const) {
      const found = mappingsOf(stage).find(({ consumer }) => consumer?.name === name);
      expect(found?.mapping.Properties).toMatchObject({
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: concurrency },
      });
      expect(found?.mapping.Properties.FilterCriteria).toBeUndefined();
    }
  });

  test('keep turns and replies in order within a conversation; these and hand-overs are told apart by their ids', () => {
    const inOrder = queuesOf(stage).filter(({ Properties }) => Properties.FifoQueue === true);
    expect(inOrder.map(({ id }) => id.replace(/^ServiceStack\.|[0-9A-F]{8}$/gu, '')).sort()).toEqual([
      'HandOversDeadLetters',
      'HandOversQueue',
      'RepliesDeadLetters',
      'RepliesQueue',
      'TurnsDeadLetters',
      'TurnsQueue',
    ]);
    for (const { Properties } of inOrder) {
      expect(Properties).toMatchObject({
        ContentBasedDeduplication: false,
        DeduplicationScope: 'messageGroup',
        FifoThroughputLimit: 'perMessageGroupId',
      });
    }
  });

  test('tell their function where to set aside what it cannot read: the dead letters of its own queue', () => {
    for (const { source, consumer } of mappingsOf(stage)) {
      const queue = queuesOf(stage).find(({ id }) => id === source);
      if (queue === undefined || consumer === undefined) continue;
      const aside = targetOf(stage, 'ServiceStack', consumer.variables.DEAD_LETTER_URL);
      expect(aside).toBe(
        targetOf(stage, 'ServiceStack', at(queue.Properties, 'RedrivePolicy', 'deadLetterTargetArn')),
      );
    }
  });
});

describe.each(stageNames)('the stream and the clock of stage %s', (stage) => {
  const fromStream = () => mappingsOf(stage).filter(({ source }) => source.startsWith('DataStack.Table'));

  test('feed new entries of a history, and nothing else, to notify and project', () => {
    expect(
      fromStream()
        .map(({ consumer }) => consumer?.name)
        .sort(),
    ).toEqual(['notify', 'project']);
    for (const { mapping } of fromStream()) {
      const pattern = at(mapping.Properties, 'FilterCriteria', 'Filters', 0, 'Pattern');
      expect(JSON.parse(String(pattern))).toEqual({
        eventName: ['INSERT'],
        dynamodb: { Keys: { [TABLE.sortKey]: { S: [{ prefix: TABLE.entryPrefix }] } } },
      });
    }
  });

  test('halve a failing batch, stop retrying, and keep what was given up', () => {
    for (const { mapping } of fromStream()) {
      const { Properties } = mapping;
      expect(Properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        StartingPosition: 'TRIM_HORIZON',
      });
      expect(Number(Properties.MaximumRetryAttempts)).toBeGreaterThan(0);
      expect(Number(Properties.MaximumRecordAgeInSeconds)).toBeLessThan(DAY);
      const kept = targetOf(
        stage,
        'ServiceStack',
        at(Properties, 'DestinationConfig', 'OnFailure', 'Destination'),
      );
      expect(kept).toMatch(/^ServiceStack\.StreamFailuresQueue/u);
    }
  });

  test('sweep, watch the posts and keep the hours each minute, and keep what could not be delivered', () => {
    const rules = resourcesOf(stage, 'AWS::Events::Rule');
    for (const { Properties } of rules) {
      expect(Properties).toMatchObject({ ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' });
      // EventBridge takes no more of one rule.
      expect((at(Properties, 'Targets') as readonly Json[]).length).toBeLessThanOrEqual(5);
    }
    const targets = rules.flatMap(({ Properties }) => at(Properties, 'Targets') as readonly Json[]);
    const nameOf = (arn: Json | undefined) =>
      targetOf(stage, 'ServiceStack', arn)?.replace(/^ServiceStack\.|(?:Function|Queue)[0-9A-F]{8}$/gu, '');
    expect(
      targets
        .map((target) => [nameOf(at(target, 'Arn')), nameOf(at(target, 'DeadLetterConfig', 'Arn'))].join(' '))
        .toSorted(),
    ).toEqual([
      'releaseHeld HoursFailures',
      'reportDuty HoursFailures',
      'sweepDue SweepFailures',
      'watchCalendar HoursFailures',
      'watchPosts WatchFailures',
    ]);
  });
});

describe.each(stageNames)('the doors of stage %s', (stage) => {
  test('are these and no others', () => {
    const routes = resourcesOf(stage, 'AWS::ApiGatewayV2::Route').map(
      ({ Properties }) => Properties.RouteKey,
    );
    expect(routes.sort()).toEqual([
      '$connect',
      'GET /board',
      'GET /channels/{channel}/replies',
      'GET /chat',
      'GET /city/areas',
      'GET /city/board',
      'GET /listed',
      'GET /verify',
      'GET /verify/{number}',
      'GET /web/cases',
      'GET /web/cases/{number}',
      'GET /web/messages',
      'POST /channels/{channel}/acks',
      'POST /channels/{channel}/photos',
      'POST /channels/{channel}/turns',
      'POST /web/cases',
      'POST /web/cases/{number}/commands',
      'POST /web/photos',
      'POST /web/sessions',
      'POST /web/turns',
    ]);
  });

  test('show of people what the stage states, and where it states nothing the least', () => {
    const shown = functionsOf(stage).flatMap(({ name, variables: { BOARD_NAMES, BOARD_PHONES } }) =>
      BOARD_NAMES === undefined && BOARD_PHONES === undefined ? [] : [[name, BOARD_NAMES, BOARD_PHONES]],
    );
    const [names, phones] = stage === 'local' ? ['full', 'own'] : ['surname', 'unit'];
    expect(shown.sort()).toEqual([
      ['boardPage', names, phones],
      ['postTurn', names, undefined],
      ['readBoard', names, phones],
      ['takeTurn', names, undefined],
    ]);
  });

  test('are throttled as the stage states', () => {
    const { rate, burst } = settingsOf(stage).throttle;
    const stages = resourcesOf(stage, 'AWS::ApiGatewayV2::Stage');
    expect(stages).toHaveLength(2);
    for (const { Properties } of stages) {
      expect(Properties.DefaultRouteSettings).toEqual({
        ThrottlingRateLimit: rate,
        ThrottlingBurstLimit: burst,
      });
    }
  });

  test('are limited one by one where nobody is asked who they are, below what all doors share', () => {
    const doors = functionsOf(stage).filter(({ name }) => doorNames.some((door) => door === name));
    // Whoever holds no secret can check none, and openSession gives tokens to whoever comes.
    const open = doors.filter(
      ({ name, variables: held }) =>
        name === 'openSession' || (held.WEB_SECRET_ARN === undefined && held.HOST_SECRET_ARN === undefined),
    );
    expect(open.map(({ name }) => name).sort()).toEqual([
      'boardPage',
      'chatPage',
      'openSession',
      'readAreas',
      'readBoard',
      'readListed',
      'verifyPage',
      'verifyReceipt',
    ]);
    const { throttle, openThrottle, reserveConcurrency } = settingsOf(stage);
    const limit = { ThrottlingRateLimit: openThrottle.rate, ThrottlingBurstLimit: openThrottle.burst };
    const [http] = resourcesOf(stage, 'AWS::ApiGatewayV2::Stage').filter(({ id }) => /Http/u.test(id));
    expect(http?.Properties.RouteSettings).toEqual(
      Object.fromEntries(open.map(({ name }) => [routes[name as DoorName], limit])),
    );
    expect(open.length * openThrottle.rate).toBeLessThan(throttle.rate);
    // A stage that names a route before it is there is refused.
    const named = resourcesOf(stage, 'AWS::ApiGatewayV2::Route').filter(({ Properties }) =>
      open.some(({ name }) => routes[name as DoorName] === Properties.RouteKey),
    );
    expect(http?.DependsOn).toEqual(
      expect.arrayContaining(named.map(({ id }) => id.slice(id.indexOf('.') + 1))),
    );
    if (!reserveConcurrency) return;
    for (const { name, resource } of open)
      expect([name, Number(resource.Properties.ReservedConcurrentExecutions) > 0]).toEqual([name, true]);
  });

  test('leave of a usual account of a thousand what the queues ask for, and the hundred that cannot be reserved', () => {
    const { queueConcurrency, reserveConcurrency } = settingsOf(stage);
    const reserved = functionsOf(stage).map(({ resource }) =>
      Number(resource.Properties.ReservedConcurrentExecutions ?? 0),
    );
    const sum = reserved.reduce((total, one) => total + one, 0);
    if (!reserveConcurrency) expect(sum).toBe(0);
    expect(sum + queueConcurrency.turns + queueConcurrency.ticks).toBeLessThanOrEqual(900);
  });

  test('log one JSON line a request, without address, path, query or header', () => {
    for (const { Properties } of resourcesOf(stage, 'AWS::ApiGatewayV2::Stage')) {
      const format = String(at(Properties, 'AccessLogSettings', 'Format'));
      const shown = Object.values(JSON.parse(format) as Record<string, string>);
      expect(shown).toContain('$context.requestId');
      for (const value of shown) {
        expect(value).not.toMatch(/sourceIp|path|querystring|header|userAgent|authorizer|connectionId/iu);
      }
    }
  });
});

describe.each(stageNames)('the logs of stage %s', (stage) => {
  test('are kept as long as the stage states, all of them', () => {
    const groups = resourcesOf(stage, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(functionNames.length);
    for (const { id, Properties } of groups) {
      expect([id, Properties.RetentionInDays]).toEqual([id, settingsOf(stage).logDays]);
    }
  });
});

describe.each(stageNames)('the secrets of stage %s', (stage) => {
  test('are made by nobody and lie under our key', () => {
    const secrets = resourcesOf(stage, 'AWS::SecretsManager::Secret');
    expect(secrets.map(({ id }) => id.replace(/[0-9A-F]{8}$/u, '')).sort()).toEqual([
      'ChannelStack.PuppetToken',
      'ServiceStack.HostSecret',
      'ServiceStack.WebSecret',
    ]);
    for (const { id, Properties } of secrets) {
      expect(flat(stage, stackOf(id), Properties.KmsKeyId)).toMatch(/^<DataStack\.Key/u);
      expect(Properties.GenerateSecretString).toBeDefined();
      expect(Properties.SecretString).toBeUndefined();
    }
  });
});
