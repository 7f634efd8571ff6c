import type { Sdk } from '../engine/aws';
import { sdk } from './define-sdk';

/** One package of the SDK. Not with `import()`: compiled, that copies each of its exports, which takes longer than to use it. */
function client<Package>(prefix: string, packageName: string): Sdk<Package> {
  return sdk(prefix, packageName, async () => require(packageName) as Package);
}

// The types are written out: inferred ones would spell out each package, export by export, in the declarations.
export const acm: Sdk<typeof import('@aws-sdk/client-acm')> = client('acm', '@aws-sdk/client-acm');
export const apiGateway: Sdk<typeof import('@aws-sdk/client-api-gateway')> = client(
  'apigateway',
  '@aws-sdk/client-api-gateway',
);
export const apiGatewayV2: Sdk<typeof import('@aws-sdk/client-apigatewayv2')> = client(
  'apigateway',
  '@aws-sdk/client-apigatewayv2',
);
export const applicationAutoScaling: Sdk<typeof import('@aws-sdk/client-application-auto-scaling')> = client(
  'application-autoscaling',
  '@aws-sdk/client-application-auto-scaling',
);
export const appsync: Sdk<typeof import('@aws-sdk/client-appsync')> = client('appsync', '@aws-sdk/client-appsync');
export const athena: Sdk<typeof import('@aws-sdk/client-athena')> = client('athena', '@aws-sdk/client-athena');
export const autoScaling: Sdk<typeof import('@aws-sdk/client-auto-scaling')> = client(
  'autoscaling',
  '@aws-sdk/client-auto-scaling',
);
export const backup: Sdk<typeof import('@aws-sdk/client-backup')> = client('backup', '@aws-sdk/client-backup');
export const cloudControl: Sdk<typeof import('@aws-sdk/client-cloudcontrol')> = client(
  'cloudformation',
  '@aws-sdk/client-cloudcontrol',
);
export const cloudformation: Sdk<typeof import('@aws-sdk/client-cloudformation')> = client(
  'cloudformation',
  '@aws-sdk/client-cloudformation',
);
export const cloudfront: Sdk<typeof import('@aws-sdk/client-cloudfront')> = client(
  'cloudfront',
  '@aws-sdk/client-cloudfront',
);
export const cloudtrail: Sdk<typeof import('@aws-sdk/client-cloudtrail')> = client(
  'cloudtrail',
  '@aws-sdk/client-cloudtrail',
);
export const cloudwatch: Sdk<typeof import('@aws-sdk/client-cloudwatch')> = client(
  'cloudwatch',
  '@aws-sdk/client-cloudwatch',
);
export const logs: Sdk<typeof import('@aws-sdk/client-cloudwatch-logs')> = client(
  'logs',
  '@aws-sdk/client-cloudwatch-logs',
);
export const codebuild: Sdk<typeof import('@aws-sdk/client-codebuild')> = client(
  'codebuild',
  '@aws-sdk/client-codebuild',
);
export const codedeploy: Sdk<typeof import('@aws-sdk/client-codedeploy')> = client(
  'codedeploy',
  '@aws-sdk/client-codedeploy',
);
export const codepipeline: Sdk<typeof import('@aws-sdk/client-codepipeline')> = client(
  'codepipeline',
  '@aws-sdk/client-codepipeline',
);
export const cognitoIdentity: Sdk<typeof import('@aws-sdk/client-cognito-identity')> = client(
  'cognito-identity',
  '@aws-sdk/client-cognito-identity',
);
export const cognitoIdentityProvider: Sdk<typeof import('@aws-sdk/client-cognito-identity-provider')> = client(
  'cognito-idp',
  '@aws-sdk/client-cognito-identity-provider',
);
export const config: Sdk<typeof import('@aws-sdk/client-config-service')> = client(
  'config',
  '@aws-sdk/client-config-service',
);
export const docdb: Sdk<typeof import('@aws-sdk/client-docdb')> = client('rds', '@aws-sdk/client-docdb');
export const dynamodb: Sdk<typeof import('@aws-sdk/client-dynamodb')> = client('dynamodb', '@aws-sdk/client-dynamodb');
export const ec2: Sdk<typeof import('@aws-sdk/client-ec2')> = client('ec2', '@aws-sdk/client-ec2');
export const ecr: Sdk<typeof import('@aws-sdk/client-ecr')> = client('ecr', '@aws-sdk/client-ecr');
export const ecs: Sdk<typeof import('@aws-sdk/client-ecs')> = client('ecs', '@aws-sdk/client-ecs');
export const efs: Sdk<typeof import('@aws-sdk/client-efs')> = client('elasticfilesystem', '@aws-sdk/client-efs');
export const eks: Sdk<typeof import('@aws-sdk/client-eks')> = client('eks', '@aws-sdk/client-eks');
export const elasticLoadBalancingV2: Sdk<typeof import('@aws-sdk/client-elastic-load-balancing-v2')> = client(
  'elasticloadbalancing',
  '@aws-sdk/client-elastic-load-balancing-v2',
);
export const elasticache: Sdk<typeof import('@aws-sdk/client-elasticache')> = client(
  'elasticache',
  '@aws-sdk/client-elasticache',
);
export const eventbridge: Sdk<typeof import('@aws-sdk/client-eventbridge')> = client(
  'events',
  '@aws-sdk/client-eventbridge',
);
export const firehose: Sdk<typeof import('@aws-sdk/client-firehose')> = client('firehose', '@aws-sdk/client-firehose');
export const fsx: Sdk<typeof import('@aws-sdk/client-fsx')> = client('fsx', '@aws-sdk/client-fsx');
export const glue: Sdk<typeof import('@aws-sdk/client-glue')> = client('glue', '@aws-sdk/client-glue');
export const guardduty: Sdk<typeof import('@aws-sdk/client-guardduty')> = client(
  'guardduty',
  '@aws-sdk/client-guardduty',
);
export const iam: Sdk<typeof import('@aws-sdk/client-iam')> = client('iam', '@aws-sdk/client-iam');
export const kafka: Sdk<typeof import('@aws-sdk/client-kafka')> = client('kafka', '@aws-sdk/client-kafka');
export const kinesis: Sdk<typeof import('@aws-sdk/client-kinesis')> = client('kinesis', '@aws-sdk/client-kinesis');
export const kms: Sdk<typeof import('@aws-sdk/client-kms')> = client('kms', '@aws-sdk/client-kms');
export const lambda: Sdk<typeof import('@aws-sdk/client-lambda')> = client('lambda', '@aws-sdk/client-lambda');
export const neptune: Sdk<typeof import('@aws-sdk/client-neptune')> = client('rds', '@aws-sdk/client-neptune');
export const opensearch: Sdk<typeof import('@aws-sdk/client-opensearch')> = client('es', '@aws-sdk/client-opensearch');
export const rds: Sdk<typeof import('@aws-sdk/client-rds')> = client('rds', '@aws-sdk/client-rds');
export const redshift: Sdk<typeof import('@aws-sdk/client-redshift')> = client('redshift', '@aws-sdk/client-redshift');
export const route53: Sdk<typeof import('@aws-sdk/client-route-53')> = client('route53', '@aws-sdk/client-route-53');
export const s3: Sdk<typeof import('@aws-sdk/client-s3')> = client('s3', '@aws-sdk/client-s3');
export const scheduler: Sdk<typeof import('@aws-sdk/client-scheduler')> = client(
  'scheduler',
  '@aws-sdk/client-scheduler',
);
export const secretsmanager: Sdk<typeof import('@aws-sdk/client-secrets-manager')> = client(
  'secretsmanager',
  '@aws-sdk/client-secrets-manager',
);
export const securityhub: Sdk<typeof import('@aws-sdk/client-securityhub')> = client(
  'securityhub',
  '@aws-sdk/client-securityhub',
);
export const sfn: Sdk<typeof import('@aws-sdk/client-sfn')> = client('states', '@aws-sdk/client-sfn');
export const sns: Sdk<typeof import('@aws-sdk/client-sns')> = client('sns', '@aws-sdk/client-sns');
export const sqs: Sdk<typeof import('@aws-sdk/client-sqs')> = client('sqs', '@aws-sdk/client-sqs');
export const ssm: Sdk<typeof import('@aws-sdk/client-ssm')> = client('ssm', '@aws-sdk/client-ssm');
export const sts: Sdk<typeof import('@aws-sdk/client-sts')> = client('sts', '@aws-sdk/client-sts');
export const wafv2: Sdk<typeof import('@aws-sdk/client-wafv2')> = client('wafv2', '@aws-sdk/client-wafv2');
