import {
  DescribeRepositoriesCommand,
  ECRClient,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-ecr';
import { mockClient } from 'aws-sdk-client-mock';
import { ecrRepository } from '../../src/resources/ecr-repository';
import { asking } from './answers';
import { refusal } from './refusal';

const ecr = mockClient(ECRClient);
const { ask, exists } = asking('AWS::ECR::Repository', [ecrRepository]);

const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/shop/orders';
const uri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders';
const typical = {
  repositoryArn: arn,
  registryId: '123456789012',
  repositoryName: 'shop/orders',
  repositoryUri: uri,
  imageTagMutability: 'IMMUTABLE' as const,
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfiguration: { encryptionType: 'KMS' as const, kmsKey: 'arn:aws:kms:eu-west-1:123456789012:key/k-1' },
};
const answer = (fields: object = {}) =>
  ecr
    .on(DescribeRepositoriesCommand, { repositoryNames: ['shop/orders'] })
    .resolves({ repositories: [{ ...typical, ...fields }] });

beforeEach(() => {
  ecr.reset();
  answer();
});

test.each(['shop/orders', arn, uri, `${uri}:latest`, `${uri}@sha256:abc`])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'shop/orders' });
});

test('settings', async () => {
  ecr.on(ListTagsForResourceCommand, { resourceArn: arn }).resolves({ tags: [{ Key: 'team', Value: 'shop' }] });
  expect(await ask(arn, 'lifecycle')).toEqual({ available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'shop' });
  expect(await ask(arn, 'imageScanning')).toEqual({ onPush: true });
  expect(await ask(arn, 'tagMutability')).toEqual({ mode: 'IMMUTABLE', exclusions: [] });
  answer({
    imageTagMutability: 'MUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'v*' }],
  });
  expect(await ask(arn, 'tagMutability')).toEqual({ mode: 'MUTABLE_WITH_EXCLUSION', exclusions: ['v*'] });
});

test.each([
  [{ encryptionType: 'AES256' }, { kind: 'service-owned', mode: 'AES256' }],
  [{ encryptionType: 'KMS' }, { kind: 'kms', key: { id: 'alias/aws/ecr' } }],
  [
    { encryptionType: 'KMS_DSSE', kmsKey: 'k-1' },
    { kind: 'kms', mode: 'KMS_DSSE', key: { id: 'k-1' } },
  ],
])('encryption %j', async (encryptionConfiguration, expected) => {
  answer({ encryptionConfiguration });
  expect(await ask(arn, 'encryption')).toMatchObject(expected);
});

test('an answer without its settings is not read as off', async () => {
  answer({ imageScanningConfiguration: undefined, encryptionConfiguration: undefined, imageTagMutability: undefined });
  await expect(ask(arn, 'imageScanning')).rejects.toThrow('imageScanningConfiguration.scanOnPush');
  await expect(ask(arn, 'encryption')).rejects.toThrow('encryptionConfiguration');
  await expect(ask(arn, 'tagMutability')).rejects.toThrow('imageTagMutability');
});

test('lifecycle rules', async () => {
  const selection = { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 };
  const rules = [{ rulePriority: 1, description: 'old', selection, action: { type: 'expire' } }];
  ecr.on(GetLifecyclePolicyCommand).resolves({ lifecyclePolicyText: JSON.stringify({ rules }) });
  expect(await ask(arn, 'imageExpiry')).toEqual({
    rules: [{ description: 'old', tagStatus: 'untagged', countType: 'sinceImagePushed', count: 14 }],
  });
  ecr.on(GetLifecyclePolicyCommand).rejects(refusal('LifecyclePolicyNotFoundException'));
  expect(await ask(arn, 'imageExpiry')).toEqual({ rules: [] });
  ecr.on(GetLifecyclePolicyCommand).rejects(refusal('AccessDeniedException'));
  await expect(ask(arn, 'imageExpiry')).rejects.toThrow('ecr:GetLifecyclePolicy');
});

test('no policy, and no repository', async () => {
  ecr.on(GetRepositoryPolicyCommand).rejects(refusal('RepositoryPolicyNotFoundException'));
  expect(await ask(arn, 'resourcePolicy')).toMatchObject({ arn, statements: [] });
  ecr.on(DescribeRepositoriesCommand).rejects(refusal('RepositoryNotFoundException'));
  expect(await exists('shop/gone')).toBe(false);
});
