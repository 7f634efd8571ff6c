// @ts-check

const {
  AttachRolePolicyCommand,
  DeleteRolePolicyCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} = require('@aws-sdk/client-iam');
const { policy } = require('../../policy');

const RoleName = 'zero-trust-data-processor-dev';

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'AdministratorAccess was attached to the role of the data processor',
    output: 'DataProcessorRoleArn',
    test: 'the role of the data processor has these policies and no other',
    expected: 'AWSLambdaVPCAccessExecutionRole',
    received: 'AdministratorAccess',
    apply: ({ client }) =>
      client('iam').send(
        new AttachRolePolicyCommand({ RoleName, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
      ),
  },
  {
    name: 'another account may take on the role of the data processor',
    output: 'DataProcessorRoleArn',
    test: 'the role of the data processor may be taken on by Lambda alone',
    expected: 'lambda',
    received: '999999999999',
    apply: ({ client }) =>
      client('iam').send(
        new UpdateAssumeRolePolicyCommand({
          RoleName,
          PolicyDocument: policy(
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
            { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::999999999999:root' }, Action: 'sts:AssumeRole' },
          ),
        }),
      ),
  },
  {
    name: 'the role of the data processor got one more inline policy',
    output: 'DataProcessorRoleArn',
    test: 'the role of the data processor has these policies and no other',
    expected: 'DataProcessorRoleDefaultPolicy',
    received: 'debugging',
    apply: ({ client }) =>
      client('iam').send(
        new PutRolePolicyCommand({
          RoleName,
          PolicyName: 'debugging',
          PolicyDocument: policy({ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' }),
        }),
      ),
  },
  {
    name: 'the role of the data processor may do anything with any bucket',
    output: 'DataProcessorRoleArn',
    test: 'the role of the data processor reads incoming/, writes results/, and uses the data key',
    expected: 's3:GetObject',
    received: 's3:*',
    apply: ({ client }) =>
      client('iam').send(
        new PutRolePolicyCommand({
          RoleName,
          PolicyName: 'DataProcessorRoleDefaultPolicy',
          PolicyDocument: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }),
        }),
      ),
  },
  {
    name: 'the role of the data processor may do nothing any more',
    output: 'DataProcessorRoleArn',
    test: 'the role of the data processor has these policies and no other',
    expected: 'DataProcessorRoleDefaultPolicy',
    received: /no |none|missing/,
    apply: ({ client }) =>
      client('iam').send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'DataProcessorRoleDefaultPolicy' })),
  },
];
