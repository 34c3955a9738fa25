import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../infra/root.ts';
import { stageNames } from '../../../infra/stage.ts';
import { allowedTo } from './support/allowedTo.ts';
import { flat, type Resource, resourcesOf } from './support/assemble.ts';
import { at, type Json } from './support/Json.ts';

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

  test('knows our HTTP door and a puppet, gets its secrets from Secrets Manager, and may do nothing in AWS', () => {
    const environment = at(container(), 'Environment') as readonly Json[];
    expect(environment.map((each) => at(each, 'Name')).sort()).toEqual(['DOOR_URL', 'WECHATY_PUPPET']);
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
    expect(allowedTo(stage, taskRole)).toEqual([]);
  });

  test('can be called by nobody, costs no NAT gateway, and leaves flow logs', () => {
    const wall = only('AWS::EC2::SecurityGroup');
    expect(wall.Properties.SecurityGroupIngress).toBeUndefined();
    expect(resourcesOf(stage, 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
    expect(resourcesOf(stage, 'AWS::EC2::NatGateway')).toEqual([]);
    expect(only('AWS::EC2::FlowLog').Properties).toMatchObject({ TrafficType: 'ALL' });
    expect(only('AWS::ECS::Cluster').Properties.ClusterSettings).toEqual([
      { Name: 'containerInsights', Value: 'enabled' },
    ]);
  });
});

test('the image runs the host, not as root', () => {
  const file = readFileSync(join(root, 'infra/host/Dockerfile'), 'utf8');
  expect(file).toMatch(/^USER node$/mu);
  expect(file).toMatch(/^CMD \["node", "bots\/channels\/wechaty\/host\.ts"\]$/mu);
});
