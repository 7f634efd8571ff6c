import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListAliasesCommand,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { kmsAlias } from '../../src/resources/kms-alias';
import { kmsKey } from '../../src/resources/kms-key';
import { asking } from './answers';

const kms = mockClient(KMSClient);
const { ask, exists } = asking('AWS::KMS::Alias', [kmsAlias, kmsKey]);

const arn = 'arn:aws:kms:eu-west-1:123456789012:alias/orders';

beforeEach(() => {
  kms.reset();
  kms
    .on(ListAliasesCommand)
    .resolves({ Aliases: [{ AliasName: 'alias/orders-2', TargetKeyId: 'other' }], Truncated: true, NextMarker: 'two' })
    .on(ListAliasesCommand, { Marker: 'two' })
    .resolves({
      Aliases: [{ AliasName: 'alias/orders', AliasArn: arn, TargetKeyId: 'k-1' }, { AliasName: 'alias/aws/ebs' }],
      Truncated: false,
    });
  kms.on(DescribeKeyCommand, { KeyId: 'k-1' }).resolves({
    KeyMetadata: {
      KeyId: 'k-1',
      Arn: 'arn:aws:kms:eu-west-1:123456789012:key/k-1',
      KeyManager: 'CUSTOMER',
      KeyState: 'Disabled',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
    },
  });
});

test.each(['alias/orders', arn])('%s is found by its exact name, on any page', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'alias/orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
});

test('an alias answers about its key', async () => {
  kms.on(GetKeyRotationStatusCommand).resolves({ KeyRotationEnabled: true });
  expect(await ask('alias/orders', 'key')).toMatchObject({ id: 'k-1', state: 'Disabled' });
  expect(await ask('alias/orders', 'keyRotation')).toMatchObject({ enabled: true });
  kms.on(GetKeyPolicyCommand).resolves({
    Policy: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}}',
  });
  expect(await ask('alias/orders', 'resourcePolicy')).toMatchObject({ statements: [{ actions: ['kms:*'] }] });
});

test('an alias of AWS that was never used points to no key', async () => {
  expect(await ask('alias/aws/ebs', 'lifecycle')).toEqual({ available: false, reason: 'it points to no key yet' });
  await expect(ask('alias/aws/ebs', 'key')).rejects.toThrow('The KMS alias alias/aws/ebs points to no key');
});

test('a prefix is not an alias', async () => {
  expect(await exists('alias/order')).toBe(false);
});
