// @ts-check

/** @typedef {import('../../failure.js').Mistake} Mistake */

/** @param {import('../../failure.js').Stack} stack */
async function attachedInternetGateway({ aws, outputs }) {
  const { InternetGateway } = await aws.call('ec2', 'CreateInternetGateway');
  const { InternetGatewayId } = /** @type {{ InternetGatewayId: string }} */ (InternetGateway);
  await aws.call('ec2', 'AttachInternetGateway', { InternetGatewayId, VpcId: outputs['vpc-id'] });
  return InternetGatewayId;
}

/** @param {number} port @param {object} peer */
const tcp = (port, peer) => [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...peer }];
const world = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

/** @type {Mistake[]} */
const network = [
  {
    name: 'the database is open to the world',
    output: 'database-security-group-id',
    test: 'PCI DSS 1.3: security groups let in and out what the API needs and nothing else the database lets in the function alone',
    expected: '5432',
    received: '0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs['database-security-group-id'],
        IpPermissions: tcp(5432, world),
      }),
  },
  {
    name: 'somebody opened SSH to the function',
    output: 'function-security-group-id',
    test: 'PCI DSS 1.3: security groups let in and out what the API needs and nothing else the function is called by nobody and calls the database and the endpoints',
    expected: /nothing|no rule/,
    received: '22',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs['function-security-group-id'],
        IpPermissions: tcp(22, world),
      }),
  },
  {
    name: 'the function may call anything over HTTPS',
    output: 'function-security-group-id',
    test: 'PCI DSS 1.3: security groups let in and out what the API needs and nothing else the function is called by nobody and calls the database and the endpoints',
    expected: '443',
    received: '0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupEgress', {
        GroupId: outputs['function-security-group-id'],
        IpPermissions: tcp(443, world),
      }),
  },
  {
    name: 'the function may no longer call the database',
    output: 'function-security-group-id',
    test: 'PCI DSS 1.3: security groups let in and out what the API needs and nothing else the function is called by nobody and calls the database and the endpoints',
    expected: '5432',
    received: 'missing',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'RevokeSecurityGroupEgress', {
        GroupId: outputs['function-security-group-id'],
        IpPermissions: tcp(5432, { UserIdGroupPairs: [{ GroupId: outputs['database-security-group-id'] }] }),
      }),
  },
  {
    name: 'the endpoints no longer let in the function',
    output: 'endpoint-security-group-id',
    test: 'PCI DSS 1.3: security groups let in and out what the API needs and nothing else the endpoints let in the function alone',
    expected: '443',
    received: /missing|nothing|no rule/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'RevokeSecurityGroupIngress', {
        GroupId: outputs['endpoint-security-group-id'],
        IpPermissions: tcp(443, { UserIdGroupPairs: [{ GroupId: outputs['function-security-group-id'] }] }),
      }),
  },
  {
    name: 'the default security group lets everything out again',
    output: 'default-security-group-id',
    test: 'PCI DSS 1.3: security groups let in and out what the API needs and nothing else the default group lets in and out nothing',
    expected: /nothing|no rule/,
    received: '0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupEgress', {
        GroupId: outputs['default-security-group-id'],
        IpPermissions: [{ IpProtocol: '-1', ...world }],
      }),
  },
  {
    name: 'the database subnets got a route to the internet',
    output: 'database-route-table-id',
    test: 'PCI DSS 1.4: nothing in the VPC can reach the internet or be reached from it the database subnets have no route but the local one',
    expected: 'local',
    received: 'igw-',
    apply: async (stack) =>
      stack.aws.call('ec2', 'CreateRoute', {
        RouteTableId: stack.outputs['database-route-table-id'],
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: await attachedInternetGateway(stack),
      }),
  },
  {
    name: 'the application subnets got a route to the internet',
    output: 'app-route-table-id',
    test: 'PCI DSS 1.4: nothing in the VPC can reach the internet or be reached from it the application subnets share a route table without a way out',
    expected: 'no default route',
    received: 'igw-',
    apply: async (stack) =>
      stack.aws.call('ec2', 'CreateRoute', {
        RouteTableId: stack.outputs['app-route-table-id'],
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: await attachedInternetGateway(stack),
      }),
  },
  {
    name: 'a database subnet gives out public addresses',
    output: 'database-subnet-a-id',
    test: 'PCI DSS 1.4: nothing in the VPC can reach the internet or be reached from it database subnet A stays inside',
    expected: /false|off|no/,
    received: /true|on/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifySubnetAttribute', {
        SubnetId: outputs['database-subnet-a-id'],
        MapPublicIpOnLaunch: { Value: true },
      }),
  },
  {
    name: 'names no longer resolve in the VPC',
    output: 'vpc-id',
    test: 'the VPC is as it was planned',
    expected: 'EnableDnsSupport true',
    received: 'EnableDnsSupport false',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifyVpcAttribute', { VpcId: outputs['vpc-id'], EnableDnsSupport: { Value: false } }),
  },
  {
    name: 'somebody added a subnet to the VPC',
    output: 'vpc-id',
    test: 'the VPC is as it was planned',
    expected: '4',
    received: '5',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'CreateSubnet', {
        VpcId: outputs['vpc-id'],
        CidrBlock: '10.30.200.0/24',
        AvailabilityZone: 'us-east-1a',
      }),
  },
  {
    name: 'the endpoint of DynamoDB is gone',
    output: 'dynamodb-endpoint-id',
    test: 'AWS is reached through endpoints DynamoDB, from the application subnets',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'DeleteVpcEndpoints', { VpcEndpointIds: [outputs['dynamodb-endpoint-id']] }),
  },
  {
    name: 'the endpoint of S3 left the route table',
    output: 's3-endpoint-id',
    test: 'AWS is reached through endpoints S3, from the application subnets',
    expected: 'RouteTableIds',
    received: 'a list of 0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifyVpcEndpoint', {
        VpcEndpointId: outputs['s3-endpoint-id'],
        RemoveRouteTableIds: [outputs['app-route-table-id']],
      }),
  },
  {
    name: 'the flow log is gone',
    output: 'flow-log-id',
    test: 'PCI DSS 10.2: all traffic in the VPC is recorded accepted and rejected, into the log group',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ aws, outputs }) => aws.call('ec2', 'DeleteFlowLogs', { FlowLogIds: [outputs['flow-log-id']] }),
  },
  {
    name: 'an internet gateway waits for its route',
    output: 'vpc-id',
    test: 'PCI DSS 1.4: nothing in the VPC can reach the internet or be reached from it the VPC has no gateway to anywhere',
    expected: /no|none/,
    received: 'igw-',
    apply: attachedInternetGateway,
  },
  {
    name: 'the network ACL denies DynamoDB',
    output: 'network-acl-id',
    test: 'PCI DSS 1.4: nothing in the VPC can reach the internet or be reached from it the network ACL says nothing of its own',
    expected: '0.0.0.0/0',
    received: /deny/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'CreateNetworkAclEntry', {
        NetworkAclId: outputs['network-acl-id'],
        RuleNumber: 50,
        Protocol: '6',
        RuleAction: 'deny',
        Egress: true,
        CidrBlock: '0.0.0.0/0',
        PortRange: { From: 443, To: 443 },
      }),
  },
  {
    name: 'the VPC got addresses that the internet knows',
    output: 'vpc-id',
    test: 'the VPC is as it was planned',
    expected: 'Ipv6CidrBlockAssociationSet',
    received: 'Ipv6CidrBlock',
    on: { ministack: 'ministack 1.5.33 has no AssociateVpcCidrBlock' },
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AssociateVpcCidrBlock', { VpcId: outputs['vpc-id'], AmazonProvidedIpv6CidrBlock: true }),
  },
];

module.exports = { network };
