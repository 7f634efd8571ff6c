import { DescribeInternetGatewaysCommand, EC2Client, type InternetGateway } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2InternetGateway } from '../../src/resources/ec2-internet-gateway';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::InternetGateway', [ec2InternetGateway]);

const minimal: InternetGateway = { InternetGatewayId: 'igw-1', OwnerId: '123456789012' };

function answer(...InternetGateways: InternetGateway[]): void {
  ec2.on(DescribeInternetGatewaysCommand).resolves({ InternetGateways });
}

beforeEach(() => ec2.reset());

// The service says available, its model attached.
test.each(['available', 'attached'] as const)('a gateway that is %s answers', async (State) => {
  answer({ ...minimal, Attachments: [{ State, VpcId: 'vpc-1' } as object], Tags: [{ Key: 'Name', Value: 'main' }] });
  expect(await ask('igw-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:internet-gateway/igw-1',
    id: 'igw-1',
  });
  expect(await ask('igw-1', 'lifecycle')).toEqual({ state: State, available: true });
  expect(await ask('igw-1', 'tags')).toEqual({ Name: 'main' });
  expect(await ask('igw-1', 'networkPlacement')).toEqual({ vpcId: 'vpc-1', subnetIds: [], securityGroupIds: [] });
  expect(await ask('igw-1', 'attachments')).toEqual({ attachments: [{ to: 'vpc-1', state: State, ready: true }] });
});

test('a gateway of no VPC exists and is not available', async () => {
  answer({ ...minimal, Attachments: [] });
  expect(await exists('igw-1')).toBe(true);
  expect(await ask('igw-1', 'lifecycle')).toEqual({
    state: 'detached',
    available: false,
    reason: 'it is attached to no VPC',
  });
  expect(await ask('igw-1', 'attachments')).toEqual({ attachments: [] });
});

test('a gateway that is being detached is not ready', async () => {
  answer({ ...minimal, Attachments: [{ State: 'detaching', VpcId: 'vpc-1' }] });
  expect(await ask('igw-1', 'attachments')).toMatchObject({ attachments: [{ ready: false }] });
});

test('a gateway that is not listed does not exist', async () => {
  answer(minimal);
  expect(await exists('igw-9')).toBe(false);
});
