import { type Address, DescribeAddressesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2Eip } from '../../src/resources/ec2-eip';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::EIP', [ec2Eip]);

const free: Address = { AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7', Domain: 'vpc' };
const typical: Address = {
  ...free,
  AssociationId: 'eipassoc-1',
  NetworkInterfaceId: 'eni-1',
  InstanceId: 'i-1',
  PrivateIpAddress: '10.0.1.5',
  Tags: [{ Key: 'Name', Value: 'web' }],
};

beforeEach(() => ec2.reset());

test('an address answers', async () => {
  ec2.on(DescribeAddressesCommand).resolves({ Addresses: [{ ...free, AllocationId: 'eipalloc-2' }, typical] });
  expect(await ask('eipalloc-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:elastic-ip/eipalloc-1',
    id: 'eipalloc-1',
    name: '203.0.113.7',
  });
  expect(await ask('eipalloc-1', 'lifecycle')).toEqual({ available: true });
  expect(await ask('eipalloc-1', 'tags')).toEqual({ Name: 'web' });
  expect(await ask('eipalloc-1', 'ipAddresses')).toEqual({
    public: ['203.0.113.7'],
    private: ['10.0.1.5'],
    allocationIds: ['eipalloc-1'],
  });
  expect(await ask('eipalloc-1', 'attachments')).toEqual({
    attachments: ['i-1', 'eni-1'].map((to) => ({ to, state: 'associated', ready: true })),
  });
});

test('an address that nothing uses answers', async () => {
  ec2.on(DescribeAddressesCommand).resolves({ Addresses: [free] });
  expect(await ask('eipalloc-1', 'tags')).toEqual({});
  expect(await ask('eipalloc-1', 'attachments')).toEqual({ attachments: [] });
});

test('an address is found by itself', async () => {
  ec2
    .on(DescribeAddressesCommand, { Filters: [{ Name: 'public-ip', Values: ['203.0.113.7'] }] })
    .resolves({ Addresses: [typical] });
  expect(await ask('203.0.113.7', 'identity')).toMatchObject({ id: 'eipalloc-1' });
});

test('an address that is not listed does not exist', async () => {
  ec2.on(DescribeAddressesCommand).resolves({ Addresses: [free] });
  expect(await exists('eipalloc-9')).toBe(false);
});
