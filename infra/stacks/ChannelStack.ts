import { FlowLogDestination, type IVpc, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import {
  Cluster,
  ContainerImage,
  ContainerInsights,
  CpuArchitecture,
  FargateService,
  FargateTaskDefinition,
  type ICluster,
  LogDriver,
  Secret as TaskSecret,
} from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Aws, Duration, IgnoreMode, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { OwnSecret } from '../constructs/OwnSecret.ts';
import { Spool } from '../constructs/Spool.ts';
import { acknowledge } from '../nag/acknowledge.ts';
import { root } from '../root.ts';
import { type StageName, settingsOf } from '../stage.ts';
import type { DataStack } from './DataStack.ts';
import type { ServiceStack } from './ServiceStack.ts';

/** The wechaty host: one container that is logged in to one WeChat account. It knows our HTTP door and nothing of AWS. */
export class ChannelStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    stage: StageName,
    props: StackProps & { readonly data: DataStack; readonly service: ServiceStack },
  ) {
    super(scope, id, props);
    const { data, service } = props;
    const puppetToken = new OwnSecret(this, 'PuppetToken', {
      description: `Wangge ${stage}: token of the wechaty puppet; put the provider's token here`,
      key: data.key,
      unrotated: 'The provider of the puppet gives this token; only they can change it.',
      generate: { passwordLength: 32, excludePunctuation: true },
    });
    const vpc = this.makeNetwork(stage);
    const cluster = new Cluster(this, 'Cluster', { vpc, containerInsightsV2: ContainerInsights.ENABLED });
    const task = new FargateTaskDefinition(this, 'Task', {
      cpu: 256,
      memoryLimitMiB: 1024,
      runtimePlatform: { cpuArchitecture: CpuArchitecture.ARM64 },
    });
    const container = task.addContainer('Host', {
      image: ContainerImage.fromAsset(root, {
        file: 'infra/host/Dockerfile',
        platform: Platform.LINUX_ARM64,
        ignoreMode: IgnoreMode.DOCKER,
        exclude: inImage,
      }),
      environment: { DOOR_URL: service.http.api.apiEndpoint, ...puppetVariables(stage) },
      secrets: {
        HOST_SECRET: TaskSecret.fromSecretsManager(service.hostSecret as ISecret),
        WECHATY_TOKEN: TaskSecret.fromSecretsManager(puppetToken as ISecret),
      },
      logging: LogDriver.awsLogs({
        streamPrefix: 'host',
        logGroup: new LogGroup(this, 'Log', {
          retention: settingsOf(stage).logDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      }),
      healthCheck: {
        command: ['CMD', 'node', 'bots/channels/wechaty/health.ts'],
        interval: Duration.seconds(30),
        timeout: Duration.seconds(10),
        retries: 3,
        startPeriod: Duration.minutes(2),
      },
    });
    task.addToExecutionRolePolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt'],
        resources: [data.key.keyArn],
        conditions: {
          StringEquals: { 'kms:ViaService': `secretsmanager.${Aws.REGION}.${Aws.URL_SUFFIX}` },
        },
      }),
    );
    const wall = new SecurityGroup(this, 'Wall', { vpc, description: 'Out only: nobody calls the host' });
    new Spool(this, 'Spool', { vpc, key: data.key }).mountedBy(task, container, wall);
    new FargateService(this, 'Host', {
      cluster: cluster as ICluster,
      taskDefinition: task,
      desiredCount: 1,
      // Never two: a second login of the same account throws the first one out.
      minHealthyPercent: 0,
      maxHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      assignPublicIp: true,
      securityGroups: [wall],
    });
    acknowledge(
      task,
      'AwsSolutions-IAM5[Resource::*]',
      'ECR gives login tokens without naming a repository; pulling is limited to this image.',
    );
    acknowledge(
      task,
      'AwsSolutions-ECS2',
      'Only addresses and names are plain variables; token and secret come from Secrets Manager.',
    );
  }

  /** Public subnets and no way in: a NAT gateway would cost ten times the host. */
  private makeNetwork(stage: StageName): IVpc {
    const vpc = new Vpc(this, 'Network', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'out', subnetType: SubnetType.PUBLIC, mapPublicIpOnLaunch: false }],
      restrictDefaultSecurityGroup: false,
    });
    vpc.addFlowLog('Flow', {
      destination: FlowLogDestination.toCloudWatchLogs(
        new LogGroup(this, 'FlowLog', {
          retention: settingsOf(stage).logDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      ),
    });
    // The assertions to interfaces in this file: under exactOptionalPropertyTypes CDK's classes miss their own by an `undefined`.
    return vpc as IVpc;
  }
}

const puppetVariables = (stage: StageName): Record<string, string> => {
  const { name, endpoint, authority } = settingsOf(stage).puppet;
  return {
    WECHATY_PUPPET: name,
    ...(endpoint === undefined ? {} : { WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint }),
    ...(authority === undefined ? {} : { WECHATY_PUPPET_SERVICE_TLS_CA_CERT: authority }),
  };
};

/** All the image needs; whatever else lies in the project is not sent to Docker, and does not change the image's hash. */
const inImage = [
  '*',
  '!package.json',
  '!package-lock.json',
  '!infra/host/Dockerfile',
  '!bots/channels/wechaty',
  '!bots/engine/renderPlain.ts',
  '!shared/contracts',
  '!shared/domain/case/Clock.ts',
  '!shared/domain/case/react/Telling.ts',
  '!shared/domain/ledger/Cause.ts',
  '!shared/domain/ledger/Post.ts',
];
