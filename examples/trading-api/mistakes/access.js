// @ts-check

const fs = require('node:fs');
const { allowing, nameIn } = require('./policy');
const { policy } = require('../../policy');

/** @typedef {import('../../failure.js').Mistake} Mistake */

/**
 * Lets a service take a role on a condition that never holds.
 *
 * @param {string} output @param {string} service
 * @returns {Mistake['apply']}
 */
const trustOnCondition =
  (output, service) =>
  ({ aws, outputs }) =>
    aws.call('iam', 'UpdateAssumeRolePolicy', {
      RoleName: nameIn(outputs[output]),
      PolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } },
      }),
    });

/** @type {Mistake[]} */
const access = [
  {
    name: 'the function is an administrator',
    output: 'orders-function-role-arn',
    test: 'the role of the function carries these policies and no other (PCI DSS 7.2.1)',
    expected: 'trading-region-restriction-dev',
    received: 'AdministratorAccess',
    apply: ({ aws, outputs }) =>
      aws.call('iam', 'AttachRolePolicy', {
        RoleName: nameIn(outputs['orders-function-role-arn']),
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
  },
  {
    name: 'the function got one more policy of its own',
    output: 'orders-function-role-arn',
    test: 'the role of the function carries these policies and no other (PCI DSS 7.2.1)',
    expected: 'trading-data',
    received: 'debug',
    apply: ({ aws, outputs }) =>
      aws.call('iam', 'PutRolePolicy', {
        RoleName: nameIn(outputs['orders-function-role-arn']),
        PolicyName: 'debug',
        PolicyDocument: allowing('dynamodb:*'),
      }),
  },
  {
    name: 'the function may do anything with tables',
    output: 'orders-function-role-arn',
    test: 'the role of the function reads and writes the data of the API and nothing else',
    expected: 'dynamodb:GetItem',
    received: 'dynamodb:*',
    apply: ({ aws, outputs }) =>
      aws.call('iam', 'PutRolePolicy', {
        RoleName: nameIn(outputs['orders-function-role-arn']),
        PolicyName: 'trading-data',
        PolicyDocument: allowing('dynamodb:*'),
      }),
  },
  {
    name: 'another account can take the role of the function',
    output: 'orders-function-role-arn',
    test: 'the role of the function is the one the function runs with, and Lambda alone can take it',
    expected: 'lambda',
    received: '999999999999',
    apply: ({ aws, outputs }) =>
      aws.call('iam', 'UpdateAssumeRolePolicy', {
        RoleName: nameIn(outputs['orders-function-role-arn']),
        PolicyDocument: policy({
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com', AWS: 'arn:aws:iam::999999999999:root' },
          Action: 'sts:AssumeRole',
        }),
      }),
  },
  {
    name: 'the function runs with the role of the flow log',
    output: 'orders-function-arn',
    test: 'the role of the function is the one the function runs with, and Lambda alone can take it',
    expected: 'trading-orders-dev',
    received: 'trading-flow-logs-dev',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'UpdateFunctionConfiguration', {
        FunctionName: outputs['orders-function-arn'],
        Role: outputs['flow-log-role-arn'],
      }),
  },
  {
    name: 'the region restriction no longer holds for the function',
    output: 'region-restriction-policy-arn',
    test: 'the region restriction holds for the role of the function',
    expected: 'trading-orders-dev',
    received: /nobody|no identity|nothing/,
    apply: ({ aws, outputs }) =>
      aws.call('iam', 'DetachRolePolicy', {
        RoleName: nameIn(outputs['orders-function-role-arn']),
        PolicyArn: outputs['region-restriction-policy-arn'],
      }),
  },
  {
    name: 'the region restriction allows another region too',
    output: 'region-restriction-policy-arn',
    test: 'the region restriction denies everything outside of us-east-1 but the services without a region',
    expected: 'us-east-1',
    received: 'eu-west-1',
    apply: ({ aws, outputs }) =>
      aws.call('iam', 'CreatePolicyVersion', {
        PolicyArn: outputs['region-restriction-policy-arn'],
        SetAsDefault: true,
        PolicyDocument: policy({
          Effect: 'Deny',
          NotAction: ['iam:*', 'sts:*', 'cloudfront:*', 'route53:*', 'support:*'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } },
        }),
      }),
  },
  {
    name: 'RDS can no longer write metrics',
    output: 'aurora-monitoring-role-arn',
    test: 'the role of the monitoring can be taken by RDS alone and does nothing else',
    expected: 'AmazonRDSEnhancedMonitoringRole',
    received: /no|none|missing/,
    apply: ({ aws, outputs }) =>
      aws.call('iam', 'DetachRolePolicy', {
        RoleName: nameIn(outputs['aurora-monitoring-role-arn']),
        PolicyArn: 'arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole',
      }),
  },
  {
    name: 'the role of the flow log may delete logs',
    output: 'flow-log-role-arn',
    test: 'PCI DSS 10.2: all traffic in the VPC is recorded by a role that nothing but flow logs can take, and that can write logs and nothing else',
    expected: 'logs:PutLogEvents',
    received: 'logs:*',
    apply: ({ aws, outputs }) =>
      aws.call('iam', 'PutRolePolicy', {
        RoleName: nameIn(outputs['flow-log-role-arn']),
        PolicyName: 'write-flow-logs',
        PolicyDocument: allowing('logs:*'),
      }),
  },
  {
    name: 'the function lost its Compliance tag',
    output: 'orders-function-arn',
    test: 'PCI DSS 12.5.2: what is in scope says so in its tags orders-function-arn holds no card data',
    expected: '"Compliance": "PCI-DSS"',
    received: 'no such tag',
    apply: ({ aws, outputs }) =>
      aws.call('lambda', 'UntagResource', { Resource: outputs['orders-function-arn'], TagKeys: ['Compliance'] }),
  },
  {
    name: 'the trade archive says that it holds no card data',
    output: 'trade-archive-bucket',
    test: 'PCI DSS 12.5.2: what is in scope says so in its tags trade-archive-bucket may hold card data',
    expected: 'cardholder-data',
    received: 'public',
    apply: async ({ aws, outputs }) => {
      const Bucket = outputs['trade-archive-bucket'];
      const { TagSet } = await aws.call('s3', 'GetBucketTagging', { Bucket });
      const tags = /** @type {{ Key: string, Value: string }[]} */ (TagSet);
      const changed = tags.map((tag) => (tag.Key === 'DataClassification' ? { ...tag, Value: 'public' } : tag));
      await aws.call('s3', 'PutBucketTagging', { Bucket, Tagging: { TagSet: changed } });
    },
  },
  {
    name: 'the outputs no longer name the Terraform state bucket',
    output: 'terraform-state-bucket',
    test: 'the deployment tells all that its users need',
    expected: 'terraform-state-bucket',
    received: 'no output terraform-state-bucket',
    apply: async ({ outputsFile }) => {
      const content = JSON.parse(fs.readFileSync(outputsFile, 'utf8'));
      delete content['trading-api-dev']['terraform-state-bucket'];
      fs.writeFileSync(outputsFile, JSON.stringify(content));
    },
  },
  {
    name: 'the function can no longer take its role',
    output: 'orders-function-role-arn',
    test: 'the role of the function is the one the function runs with, and Lambda alone can take it',
    expected: 'lambda.amazonaws.com',
    received: '999999999999',
    apply: trustOnCondition('orders-function-role-arn', 'lambda.amazonaws.com'),
  },
  {
    name: 'RDS can no longer take the role of the monitoring',
    output: 'aurora-monitoring-role-arn',
    test: 'the role of the monitoring can be taken by RDS alone and does nothing else',
    expected: 'monitoring.rds.amazonaws.com',
    received: '999999999999',
    apply: trustOnCondition('aurora-monitoring-role-arn', 'monitoring.rds.amazonaws.com'),
  },
  {
    name: 'the outputs name the address of another API',
    output: 'api-url',
    test: 'the addresses of the API are those of the API, and of no other',
    expected: 'api-url',
    received: 'abcdefghij',
    apply: async ({ outputsFile }) => {
      const content = JSON.parse(fs.readFileSync(outputsFile, 'utf8'));
      content['trading-api-dev']['api-url'] = 'https://abcdefghij.execute-api.us-east-1.amazonaws.com/dev';
      fs.writeFileSync(outputsFile, JSON.stringify(content));
    },
  },
];

module.exports = { access };
