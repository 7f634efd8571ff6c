import { DescribeVpcPeeringConnectionsCommand, EC2Client, type VpcPeeringConnection } from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2VpcPeeringConnection } from '../../src/resources/ec2-vpc-peering-connection';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::VPCPeeringConnection', [ec2VpcPeeringConnection]);

const active: VpcPeeringConnection = {
  VpcPeeringConnectionId: 'pcx-1',
  Status: { Code: 'active', Message: 'Active' },
  RequesterVpcInfo: {
    VpcId: 'vpc-1',
    OwnerId: '123456789012',
    Region: 'eu-west-1',
    CidrBlock: '10.0.0.0/16',
    CidrBlockSet: [{ CidrBlock: '10.0.0.0/16' }, { CidrBlock: '10.9.0.0/16' }],
  },
  AccepterVpcInfo: { VpcId: 'vpc-2', OwnerId: '999999999999', CidrBlock: '10.1.0.0/16' },
  Tags: [{ Key: 'Name', Value: 'shared' }],
};

function answer(connection: VpcPeeringConnection): void {
  ec2.on(DescribeVpcPeeringConnectionsCommand).resolves({ VpcPeeringConnections: [connection] });
}

beforeEach(() => ec2.reset());

test('a peering connection answers', async () => {
  answer(active);
  expect(await ask('pcx-1', 'identity')).toEqual({
    arn: 'arn:aws:ec2:eu-west-1:123456789012:vpc-peering-connection/pcx-1',
    id: 'pcx-1',
  });
  expect(await ask('pcx-1', 'lifecycle')).toEqual({ state: 'active', available: true, reason: 'Active' });
  expect(await ask('pcx-1', 'tags')).toEqual({ Name: 'shared' });
  expect(await ask('pcx-1', 'peering')).toEqual({
    requester: {
      vpcId: 'vpc-1',
      account: '123456789012',
      region: 'eu-west-1',
      cidrs: ['10.0.0.0/16', '10.9.0.0/16'],
    },
    accepter: { vpcId: 'vpc-2', account: '999999999999', region: 'eu-west-1', cidrs: ['10.1.0.0/16'] },
  });
});

test('a connection that waits for the other side is not available', async () => {
  answer({
    ...active,
    Status: { Code: 'pending-acceptance', Message: 'Pending Acceptance by 999999999999' },
    AccepterVpcInfo: { VpcId: 'vpc-2', OwnerId: '999999999999' },
  });
  expect(await ask('pcx-1', 'lifecycle')).toMatchObject({ state: 'pending-acceptance', available: false });
  expect(await ask('pcx-1', 'peering')).toMatchObject({ accepter: { cidrs: [] } });
});

test('a connection that is deleted or not listed does not exist', async () => {
  answer({ ...active, Status: { Code: 'deleted' } });
  expect(await Promise.all([exists('pcx-1'), exists('pcx-9')])).toEqual([false, false]);
});
