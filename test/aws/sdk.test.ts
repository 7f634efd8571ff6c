import { dependencies, devDependencies } from '../../package.json';
import { iamAction } from '../../src/aws/iam-action';
import { homeRegion, partitionOf, serviceRegion } from '../../src/aws/partition';
import * as packages from '../../src/aws/sdk';

const named = Object.values(packages).filter((each) => typeof each === 'object');

test('every client package of package.json has a name here, and each name its own package', () => {
  const installed = Object.keys({ ...dependencies, ...devDependencies }).filter((each) =>
    each.startsWith('@aws-sdk/client-'),
  );
  expect(named.map((each) => each.package).sort()).toEqual(installed.sort());
});

test.each([
  ['rds', 'DescribeDBInstances', 'rds:DescribeDBInstances'],
  ['s3', 'HeadBucket', 's3:ListBucket'],
  ['s3', 'GetBucketEncryption', 's3:GetEncryptionConfiguration'],
  ['s3', 'GetBucketLifecycleConfiguration', 's3:GetLifecycleConfiguration'],
  ['s3', 'GetPublicAccessBlock', 's3:GetBucketPublicAccessBlock'],
  ['s3', 'GetBucketVersioning', 's3:GetBucketVersioning'],
  ['apigateway', 'GetRestApi', 'apigateway:GET'],
  ['lambda', 'Invoke', 'lambda:InvokeFunction'],
])('%s:%s needs %s', (prefix, operation, action) => {
  expect(iamAction(prefix, operation)).toBe(action);
});

test.each([
  ['eu-west-1', 'aws', 'us-east-1'],
  ['cn-northwest-1', 'aws-cn', 'cn-north-1'],
  ['us-gov-east-1', 'aws-us-gov', 'us-gov-west-1'],
  ['us-iso-west-1', 'aws-iso', 'us-iso-east-1'],
  ['us-isob-east-1', 'aws-iso-b', 'us-isob-east-1'],
  ['eusc-de-east-1', 'aws-eusc', 'eusc-de-east-1'],
])('%s is in %s, where IAM lives in %s', (region, partition, home) => {
  expect(partitionOf(region)).toBe(partition);
  expect(serviceRegion('@aws-sdk/client-iam', region)).toBe(home);
  expect(serviceRegion('@aws-sdk/client-rds', region)).toBe(region);
});

test('CloudFront in China is in Ningxia', () => {
  expect(homeRegion('@aws-sdk/client-cloudfront', 'aws-cn')).toBe('cn-northwest-1');
});
