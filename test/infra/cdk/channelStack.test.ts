import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { root } from '../../../infra/root.ts';
import { stageNames } from '../../../infra/stage.ts';
import { allowedTo } from './support/allowedTo.ts';
import { flat, type Resource, resourcesOf, stackOf } from './support/assemble.ts';
import { at, type Json } from './support/Json.ts';
import { synthesisedOnce } from './support/synthesisedOnce.ts';

describe.each(stageNames)('the wechaty host of stage %s', (stage) => {
  const only = (type: string): Resource => {
    const [resource, ...more] = resourcesOf(stage, type, 'ChannelStack');
    if (resource === undefined || more.length > 0) throw new Error(`${1 + more.length} of ${type}`);
    return resource;
  };
  const container = () => at(only('AWS::ECS::TaskDefinition').Properties, 'ContainerDefinitions', 0);

  test('is one task on ARM, never two at once, and goes back when a new one does not start', () => {
    const { Properties } = only('AWS::ECS::Service');
    expect(Properties).toMatchObject({
      DesiredCount: 1,
      LaunchType: 'FARGATE',
      DeploymentConfiguration: {
        MinimumHealthyPercent: 0,
        MaximumPercent: 100,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
    });
    expect(only('AWS::ECS::TaskDefinition').Properties).toMatchObject({
      RuntimePlatform: { CpuArchitecture: 'ARM64' },
    });
  });

  test('is asked for its health by a command that exists', () => {
    const command = at(container(), 'HealthCheck', 'Command') as readonly string[];
    expect(command.slice(0, 2)).toEqual(['CMD', 'node']);
    expect(existsSync(join(root, command[2] ?? ''))).toBe(true);
  });

  test('knows our HTTP door and a puppet, gets its secrets from Secrets Manager, and may use nothing of AWS but its disk', () => {
    const environment = at(container(), 'Environment') as readonly Json[];
    expect(environment.map((each) => at(each, 'Name')).sort()).toEqual([
      'DOOR_URL',
      'SPOOL_DIR',
      'WECHATY_PUPPET',
    ]);
    const secrets = at(container(), 'Secrets') as readonly Json[];
    const from = secrets.map((each) => [
      at(each, 'Name'),
      flat(stage, 'ChannelStack', at(each, 'ValueFrom')).replace(/[0-9A-F]{8}>/u, ''),
    ]);
    expect(from).toEqual([
      ['HOST_SECRET', '<ServiceStack.HostSecret'],
      ['WECHATY_TOKEN', '<ChannelStack.PuppetToken'],
    ]);
    const roles = resourcesOf(stage, 'AWS::IAM::Role', 'ChannelStack').map(({ id }) => id);
    const taskRole = roles.find((id) => id.includes('TaskTaskRole')) ?? '';
    expect(taskRole).not.toBe('');
    expect(allowedTo(stage, taskRole)).toEqual([
      {
        actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        resources: [expect.stringMatching(/^<ChannelStack\.SpoolFiles\w+>$/u)],
        conditions: expect.objectContaining({
          StringEquals: { 'elasticfilesystem:AccessPointArn': expect.anything() },
        }),
      },
    ]);
  });

  test('keeps what it heard on a disk of its own: encrypted, not reached by anybody else, and kept', () => {
    const files = only('AWS::EFS::FileSystem');
    expect(files).toMatchObject({ DeletionPolicy: 'Retain', Properties: { Encrypted: true } });
    expect(flat(stage, 'ChannelStack', files.Properties.KmsKeyId)).toMatch(/^<DataStack\.Key/u);
    const rules = at(files.Properties, 'FileSystemPolicy', 'Statement') as readonly Json[];
    expect(rules.map((rule) => at(rule, 'Effect'))).toEqual(['Deny']);
    expect(at(rules, 0, 'Condition')).toEqual({ Bool: { 'aws:SecureTransport': 'false' } });
    const volume = at(only('AWS::ECS::TaskDefinition').Properties, 'Volumes', 0, 'EFSVolumeConfiguration');
    expect(volume).toMatchObject({ TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: 'ENABLED' } });
    const mount = at(container(), 'MountPoints', 0);
    expect(at(container(), 'Environment')).toContainEqual({
      Name: 'SPOOL_DIR',
      Value: at(mount, 'ContainerPath'),
    });
  });

  test('can be called by nobody, costs no NAT gateway, and leaves flow logs', () => {
    const groups = resourcesOf(stage, 'AWS::EC2::SecurityGroup');
    expect(groups.filter(({ Properties }) => Properties.SecurityGroupIngress !== undefined)).toEqual([]);
    const ways = resourcesOf(stage, 'AWS::EC2::SecurityGroupIngress').map(({ id, Properties }) => [
      flat(stage, stackOf(id), Properties.SourceSecurityGroupId).replace(/[0-9A-F]{8}>/u, ''),
      Properties.ToPort,
      flat(stage, stackOf(id), Properties.GroupId).replace(/[0-9A-F]{8}>/u, ''),
    ]);
    expect(ways).toEqual([['<ChannelStack.Wall', 2049, '<ChannelStack.SpoolFilesEfsSecurityGroup']]);
    expect(resourcesOf(stage, 'AWS::EC2::NatGateway')).toEqual([]);
    expect(only('AWS::EC2::FlowLog').Properties).toMatchObject({ TrafficType: 'ALL' });
    expect(only('AWS::ECS::Cluster').Properties.ClusterSettings).toEqual([
      { Name: 'containerInsights', Value: 'enabled' },
    ]);
  });
});

afterAll(stop);

test('the image runs the host, not as root', () => {
  const file = readFileSync(join(root, 'infra/host/Dockerfile'), 'utf8');
  expect(file).toMatch(/^USER node$/mu);
  expect(file).toMatch(/^CMD \["node", "bots\/channels\/wechaty\/host\.ts"\]$/mu);
});

test('the image holds every file and every package that the host and its health check import', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['host', 'health'].map((name) => `bots/channels/wechaty/${name}.ts`),
    outdir: 'nowhere',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const dockerfile = readFileSync(join(root, 'infra/host/Dockerfile'), 'utf8');
  const copied = [...dockerfile.matchAll(/^COPY (\S+) \1$/gmu)].map(([, place = '']) => place);
  const files = Object.keys(metafile.inputs);
  expect(files.filter((file) => !copied.some((place) => `${file}/`.startsWith(`${place}/`)))).toEqual([]);

  const staged = stagedImage();
  expect(files.filter((file) => !existsSync(join(staged, file)))).toEqual([]);
  expect(existsSync(join(staged, 'node_modules'))).toBe(false);

  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const packages = Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external, path }) => external === true && !path.startsWith('node:'))
    .map(({ path }) =>
      path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  expect(packages.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
});

/** The folder that would be sent to Docker. */
const stagedImage = (): string => {
  const folder = join(synthesisedOnce(), 'dev');
  const { dockerImages } = JSON.parse(readFileSync(join(folder, 'ChannelStack.assets.json'), 'utf8')) as {
    dockerImages: Record<string, { source: { directory: string; dockerFile: string } }>;
  };
  const [image, ...more] = Object.values(dockerImages);
  if (image === undefined || more.length > 0) throw new Error(`${1 + more.length} images`);
  expect(existsSync(join(folder, image.source.directory, image.source.dockerFile))).toBe(true);
  return join(folder, image.source.directory);
};
