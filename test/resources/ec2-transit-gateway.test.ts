import {
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewaysCommand,
  EC2Client,
  type TransitGateway,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { ec2TransitGateway } from '../../src/resources/ec2-transit-gateway';
import { asking } from './answers';

const ec2 = mockClient(EC2Client);
const { ask, exists } = asking('AWS::EC2::TransitGateway', [ec2TransitGateway]);

const gateway: TransitGateway = {
  TransitGatewayId: 'tgw-1',
  TransitGatewayArn: 'arn:aws:ec2:eu-west-1:123456789012:transit-gateway/tgw-1',
  State: 'available',
  Tags: [{ Key: 'Name', Value: 'hub' }],
};

beforeEach(() => ec2.reset());

test('a transit gateway answers', async () => {
  ec2.on(DescribeTransitGatewaysCommand).resolves({ TransitGateways: [gateway] });
  ec2.on(DescribeTransitGatewayAttachmentsCommand).resolves({
    TransitGatewayAttachments: [
      { TransitGatewayId: 'tgw-1', ResourceId: 'vpc-1', State: 'available' },
      { TransitGatewayId: 'tgw-1', ResourceId: 'vpc-2', State: 'pendingAcceptance' },
      { TransitGatewayId: 'tgw-1', ResourceId: 'vpc-3', State: 'deleted' },
      { TransitGatewayId: 'tgw-2', ResourceId: 'vpc-4', State: 'available' },
    ],
  });
  expect(await ask('tgw-1', 'identity')).toEqual({ arn: gateway.TransitGatewayArn, id: 'tgw-1' });
  expect(await ask('tgw-1', 'lifecycle')).toEqual({ state: 'available', available: true });
  expect(await ask('tgw-1', 'tags')).toEqual({ Name: 'hub' });
  expect(await ask('tgw-1', 'attachments')).toEqual({
    attachments: [
      { to: 'vpc-1', state: 'available', ready: true },
      { to: 'vpc-2', state: 'pendingAcceptance', ready: false },
    ],
  });
});

test('a gateway that is being made is not available', async () => {
  ec2.on(DescribeTransitGatewaysCommand).resolves({ TransitGateways: [{ ...gateway, State: 'pending' }] });
  expect(await ask('tgw-1', 'lifecycle')).toEqual({ state: 'pending', available: false });
});

test('a gateway that is deleted or not listed does not exist', async () => {
  ec2.on(DescribeTransitGatewaysCommand).resolves({ TransitGateways: [{ ...gateway, State: 'deleted' }] });
  expect(await Promise.all([exists('tgw-1'), exists('tgw-9')])).toEqual([false, false]);
});
