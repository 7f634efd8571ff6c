import type { Sdk } from '../engine/aws';
import { sdk } from './define-sdk';

// The types are written out: inferred ones would spell out each package, export by export, in the declarations.
export const acm: Sdk<typeof import('@aws-sdk/client-acm')> = sdk(
  'acm',
  '@aws-sdk/client-acm',
  () => import('@aws-sdk/client-acm'),
);
export const apiGateway: Sdk<typeof import('@aws-sdk/client-api-gateway')> = sdk(
  'apigateway',
  '@aws-sdk/client-api-gateway',
  () => import('@aws-sdk/client-api-gateway'),
);
export const apiGatewayV2: Sdk<typeof import('@aws-sdk/client-apigatewayv2')> = sdk(
  'apigateway',
  '@aws-sdk/client-apigatewayv2',
  () => import('@aws-sdk/client-apigatewayv2'),
);
export const applicationAutoScaling: Sdk<typeof import('@aws-sdk/client-application-auto-scaling')> = sdk(
  'application-autoscaling',
  '@aws-sdk/client-application-auto-scaling',
  () => import('@aws-sdk/client-application-auto-scaling'),
);
export const appsync: Sdk<typeof import('@aws-sdk/client-appsync')> = sdk(
  'appsync',
  '@aws-sdk/client-appsync',
  () => import('@aws-sdk/client-appsync'),
);
export const athena: Sdk<typeof import('@aws-sdk/client-athena')> = sdk(
  'athena',
  '@aws-sdk/client-athena',
  () => import('@aws-sdk/client-athena'),
);
export const autoScaling: Sdk<typeof import('@aws-sdk/client-auto-scaling')> = sdk(
  'autoscaling',
  '@aws-sdk/client-auto-scaling',
  () => import('@aws-sdk/client-auto-scaling'),
);
export const backup: Sdk<typeof import('@aws-sdk/client-backup')> = sdk(
  'backup',
  '@aws-sdk/client-backup',
  () => import('@aws-sdk/client-backup'),
);
export const cloudControl: Sdk<typeof import('@aws-sdk/client-cloudcontrol')> = sdk(
  'cloudformation',
  '@aws-sdk/client-cloudcontrol',
  () => import('@aws-sdk/client-cloudcontrol'),
);
export const cloudformation: Sdk<typeof import('@aws-sdk/client-cloudformation')> = sdk(
  'cloudformation',
  '@aws-sdk/client-cloudformation',
  () => import('@aws-sdk/client-cloudformation'),
);
export const cloudfront: Sdk<typeof import('@aws-sdk/client-cloudfront')> = sdk(
  'cloudfront',
  '@aws-sdk/client-cloudfront',
  () => import('@aws-sdk/client-cloudfront'),
);
export const cloudtrail: Sdk<typeof import('@aws-sdk/client-cloudtrail')> = sdk(
  'cloudtrail',
  '@aws-sdk/client-cloudtrail',
  () => import('@aws-sdk/client-cloudtrail'),
);
export const cloudwatch: Sdk<typeof import('@aws-sdk/client-cloudwatch')> = sdk(
  'cloudwatch',
  '@aws-sdk/client-cloudwatch',
  () => import('@aws-sdk/client-cloudwatch'),
);
export const logs: Sdk<typeof import('@aws-sdk/client-cloudwatch-logs')> = sdk(
  'logs',
  '@aws-sdk/client-cloudwatch-logs',
  () => import('@aws-sdk/client-cloudwatch-logs'),
);
export const codebuild: Sdk<typeof import('@aws-sdk/client-codebuild')> = sdk(
  'codebuild',
  '@aws-sdk/client-codebuild',
  () => import('@aws-sdk/client-codebuild'),
);
export const codedeploy: Sdk<typeof import('@aws-sdk/client-codedeploy')> = sdk(
  'codedeploy',
  '@aws-sdk/client-codedeploy',
  () => import('@aws-sdk/client-codedeploy'),
);
export const codepipeline: Sdk<typeof import('@aws-sdk/client-codepipeline')> = sdk(
  'codepipeline',
  '@aws-sdk/client-codepipeline',
  () => import('@aws-sdk/client-codepipeline'),
);
export const cognitoIdentity: Sdk<typeof import('@aws-sdk/client-cognito-identity')> = sdk(
  'cognito-identity',
  '@aws-sdk/client-cognito-identity',
  () => import('@aws-sdk/client-cognito-identity'),
);
export const cognitoIdentityProvider: Sdk<typeof import('@aws-sdk/client-cognito-identity-provider')> = sdk(
  'cognito-idp',
  '@aws-sdk/client-cognito-identity-provider',
  () => import('@aws-sdk/client-cognito-identity-provider'),
);
export const config: Sdk<typeof import('@aws-sdk/client-config-service')> = sdk(
  'config',
  '@aws-sdk/client-config-service',
  () => import('@aws-sdk/client-config-service'),
);
export const docdb: Sdk<typeof import('@aws-sdk/client-docdb')> = sdk(
  'rds',
  '@aws-sdk/client-docdb',
  () => import('@aws-sdk/client-docdb'),
);
export const dynamodb: Sdk<typeof import('@aws-sdk/client-dynamodb')> = sdk(
  'dynamodb',
  '@aws-sdk/client-dynamodb',
  () => import('@aws-sdk/client-dynamodb'),
);
export const ec2: Sdk<typeof import('@aws-sdk/client-ec2')> = sdk(
  'ec2',
  '@aws-sdk/client-ec2',
  () => import('@aws-sdk/client-ec2'),
);
export const ecr: Sdk<typeof import('@aws-sdk/client-ecr')> = sdk(
  'ecr',
  '@aws-sdk/client-ecr',
  () => import('@aws-sdk/client-ecr'),
);
export const ecs: Sdk<typeof import('@aws-sdk/client-ecs')> = sdk(
  'ecs',
  '@aws-sdk/client-ecs',
  () => import('@aws-sdk/client-ecs'),
);
export const efs: Sdk<typeof import('@aws-sdk/client-efs')> = sdk(
  'elasticfilesystem',
  '@aws-sdk/client-efs',
  () => import('@aws-sdk/client-efs'),
);
export const eks: Sdk<typeof import('@aws-sdk/client-eks')> = sdk(
  'eks',
  '@aws-sdk/client-eks',
  () => import('@aws-sdk/client-eks'),
);
export const elasticLoadBalancingV2: Sdk<typeof import('@aws-sdk/client-elastic-load-balancing-v2')> = sdk(
  'elasticloadbalancing',
  '@aws-sdk/client-elastic-load-balancing-v2',
  () => import('@aws-sdk/client-elastic-load-balancing-v2'),
);
export const elasticache: Sdk<typeof import('@aws-sdk/client-elasticache')> = sdk(
  'elasticache',
  '@aws-sdk/client-elasticache',
  () => import('@aws-sdk/client-elasticache'),
);
export const eventbridge: Sdk<typeof import('@aws-sdk/client-eventbridge')> = sdk(
  'events',
  '@aws-sdk/client-eventbridge',
  () => import('@aws-sdk/client-eventbridge'),
);
export const firehose: Sdk<typeof import('@aws-sdk/client-firehose')> = sdk(
  'firehose',
  '@aws-sdk/client-firehose',
  () => import('@aws-sdk/client-firehose'),
);
export const fsx: Sdk<typeof import('@aws-sdk/client-fsx')> = sdk(
  'fsx',
  '@aws-sdk/client-fsx',
  () => import('@aws-sdk/client-fsx'),
);
export const glue: Sdk<typeof import('@aws-sdk/client-glue')> = sdk(
  'glue',
  '@aws-sdk/client-glue',
  () => import('@aws-sdk/client-glue'),
);
export const guardduty: Sdk<typeof import('@aws-sdk/client-guardduty')> = sdk(
  'guardduty',
  '@aws-sdk/client-guardduty',
  () => import('@aws-sdk/client-guardduty'),
);
export const iam: Sdk<typeof import('@aws-sdk/client-iam')> = sdk(
  'iam',
  '@aws-sdk/client-iam',
  () => import('@aws-sdk/client-iam'),
);
export const kafka: Sdk<typeof import('@aws-sdk/client-kafka')> = sdk(
  'kafka',
  '@aws-sdk/client-kafka',
  () => import('@aws-sdk/client-kafka'),
);
export const kinesis: Sdk<typeof import('@aws-sdk/client-kinesis')> = sdk(
  'kinesis',
  '@aws-sdk/client-kinesis',
  () => import('@aws-sdk/client-kinesis'),
);
export const kms: Sdk<typeof import('@aws-sdk/client-kms')> = sdk(
  'kms',
  '@aws-sdk/client-kms',
  () => import('@aws-sdk/client-kms'),
);
export const lambda: Sdk<typeof import('@aws-sdk/client-lambda')> = sdk(
  'lambda',
  '@aws-sdk/client-lambda',
  () => import('@aws-sdk/client-lambda'),
);
export const neptune: Sdk<typeof import('@aws-sdk/client-neptune')> = sdk(
  'rds',
  '@aws-sdk/client-neptune',
  () => import('@aws-sdk/client-neptune'),
);
export const opensearch: Sdk<typeof import('@aws-sdk/client-opensearch')> = sdk(
  'es',
  '@aws-sdk/client-opensearch',
  () => import('@aws-sdk/client-opensearch'),
);
export const rds: Sdk<typeof import('@aws-sdk/client-rds')> = sdk(
  'rds',
  '@aws-sdk/client-rds',
  () => import('@aws-sdk/client-rds'),
);
export const redshift: Sdk<typeof import('@aws-sdk/client-redshift')> = sdk(
  'redshift',
  '@aws-sdk/client-redshift',
  () => import('@aws-sdk/client-redshift'),
);
export const route53: Sdk<typeof import('@aws-sdk/client-route-53')> = sdk(
  'route53',
  '@aws-sdk/client-route-53',
  () => import('@aws-sdk/client-route-53'),
);
export const s3: Sdk<typeof import('@aws-sdk/client-s3')> = sdk(
  's3',
  '@aws-sdk/client-s3',
  () => import('@aws-sdk/client-s3'),
);
export const scheduler: Sdk<typeof import('@aws-sdk/client-scheduler')> = sdk(
  'scheduler',
  '@aws-sdk/client-scheduler',
  () => import('@aws-sdk/client-scheduler'),
);
export const secretsmanager: Sdk<typeof import('@aws-sdk/client-secrets-manager')> = sdk(
  'secretsmanager',
  '@aws-sdk/client-secrets-manager',
  () => import('@aws-sdk/client-secrets-manager'),
);
export const securityhub: Sdk<typeof import('@aws-sdk/client-securityhub')> = sdk(
  'securityhub',
  '@aws-sdk/client-securityhub',
  () => import('@aws-sdk/client-securityhub'),
);
export const sfn: Sdk<typeof import('@aws-sdk/client-sfn')> = sdk(
  'states',
  '@aws-sdk/client-sfn',
  () => import('@aws-sdk/client-sfn'),
);
export const sns: Sdk<typeof import('@aws-sdk/client-sns')> = sdk(
  'sns',
  '@aws-sdk/client-sns',
  () => import('@aws-sdk/client-sns'),
);
export const sqs: Sdk<typeof import('@aws-sdk/client-sqs')> = sdk(
  'sqs',
  '@aws-sdk/client-sqs',
  () => import('@aws-sdk/client-sqs'),
);
export const ssm: Sdk<typeof import('@aws-sdk/client-ssm')> = sdk(
  'ssm',
  '@aws-sdk/client-ssm',
  () => import('@aws-sdk/client-ssm'),
);
export const sts: Sdk<typeof import('@aws-sdk/client-sts')> = sdk(
  'sts',
  '@aws-sdk/client-sts',
  () => import('@aws-sdk/client-sts'),
);
export const wafv2: Sdk<typeof import('@aws-sdk/client-wafv2')> = sdk(
  'wafv2',
  '@aws-sdk/client-wafv2',
  () => import('@aws-sdk/client-wafv2'),
);
