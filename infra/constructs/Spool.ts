import { type IVpc, Port, type SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { ContainerDefinition, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { type AccessPoint, FileSystem } from 'aws-cdk-lib/aws-efs';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** Where the image expects it; its user is `node`, number 1000. */
const PLACE = '/spool';
const USER = '1000';

/**
 * A small disk that outlives the task: what was heard in a chat and not yet taken by the door must survive a restart,
 * and a Fargate task's own disk does not.
 */
export class Spool extends Construct {
  readonly #files: FileSystem;
  readonly #entry: AccessPoint;

  constructor(scope: Construct, id: string, { vpc, key }: { readonly vpc: IVpc; readonly key: Key }) {
    super(scope, id);
    this.#files = new FileSystem(this, 'Files', {
      vpc,
      kmsKey: key,
      encrypted: true,
      // Where there is a policy nobody is let in unnamed: what is not denied here needs the role's own permission.
      fileSystemPolicy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['*'],
            conditions: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ],
      }),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#entry = this.#files.addAccessPoint('Entry', {
      path: PLACE,
      posixUser: { uid: USER, gid: USER },
      createAcl: { ownerUid: USER, ownerGid: USER, permissions: '700' },
    });
  }

  /** Mounts it over TLS, and only with the role of the task. */
  mountedBy(task: FargateTaskDefinition, container: ContainerDefinition, wall: SecurityGroup): void {
    task.addVolume({
      name: 'spool',
      efsVolumeConfiguration: {
        fileSystemId: this.#files.fileSystemId,
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: this.#entry.accessPointId, iam: 'ENABLED' },
      },
    });
    container.addMountPoints({ sourceVolume: 'spool', containerPath: PLACE, readOnly: false });
    container.addEnvironment('SPOOL_DIR', PLACE);
    task.addToTaskRolePolicy(
      new PolicyStatement({
        actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        resources: [this.#files.fileSystemArn],
        conditions: {
          StringEquals: { 'elasticfilesystem:AccessPointArn': this.#entry.accessPointArn },
        },
      }),
    );
    this.#files.connections.allowFrom(wall, Port.tcp(2049), 'The host');
  }
}
