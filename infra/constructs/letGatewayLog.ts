import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import type { WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { RemovalPolicy, type Stack } from 'aws-cdk-lib/core';
import { acknowledge } from '../nag/acknowledge.ts';
import { asFound } from '../nag/asFound.ts';

/** Access logs of a WebSocket stage need a role set once for the whole account and region. */
export const letGatewayLog = (stack: Stack, stage: WebSocketStage): void => {
  const policy = ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs');
  const role = new Role(stack, 'GatewayLogRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    managedPolicies: [policy],
  });
  role.applyRemovalPolicy(RemovalPolicy.RETAIN);
  acknowledge(
    role,
    `AwsSolutions-IAM4[Policy::${asFound(stack, policy.managedPolicyArn)}]`,
    'API Gateway checks for exactly this policy when the account is given a logging role; only API Gateway can take the role.',
  );
  const account = new CfnAccount(stack, 'GatewayAccount', { cloudWatchRoleArn: role.roleArn });
  account.applyRemovalPolicy(RemovalPolicy.RETAIN);
  stage.node.addDependency(account);
};
