// @ts-check

/** @typedef {import('../../failure.js').Stack} Stack */

/** @param {'Ingress' | 'Egress'} direction @param {string} output @param {number} port @param {string} cidr */
function open(direction, output, port, cidr) {
  return (/** @type {Stack} */ { aws, outputs }) =>
    aws.call('ec2', `AuthorizeSecurityGroup${direction}`, {
      GroupId: outputs[output],
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: cidr }] }],
    });
}

/** @param {Stack} stack */
async function attachInternetGateway({ aws, outputs }) {
  const { InternetGateway } = await aws.call('ec2', 'CreateInternetGateway');
  const { InternetGatewayId } = /** @type {{ InternetGatewayId: string }} */ (InternetGateway);
  await aws.call('ec2', 'AttachInternetGateway', { InternetGatewayId, VpcId: outputs.VpcId });
  return InternetGatewayId;
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'PostgreSQL is opened to the world',
    output: 'DatabaseSecurityGroupId',
    test: 'the security group of the database lets in the processor on the port of PostgreSQL and nobody else',
    expected: '5432',
    received: '0.0.0.0/0',
    apply: open('Ingress', 'DatabaseSecurityGroupId', 5432, '0.0.0.0/0'),
  },
  {
    name: 'SSH is opened to the whole company',
    output: 'DatabaseSecurityGroupId',
    test: 'the security group of the database lets in the processor on the port of PostgreSQL and nobody else',
    expected: '5432',
    received: '10.0.0.0/8',
    apply: open('Ingress', 'DatabaseSecurityGroupId', 22, '10.0.0.0/8'),
  },
  {
    name: 'the processor may call anything on the internet',
    output: 'ProcessorSecurityGroupId',
    test: 'the security group of the processor lets out to the database and to the endpoints alone',
    expected: '443',
    received: '0.0.0.0/0',
    apply: open('Egress', 'ProcessorSecurityGroupId', 443, '0.0.0.0/0'),
  },
  {
    name: 'the rule that lets the processor into the database is removed',
    output: 'DatabaseSecurityGroupId',
    test: 'the security group of the database lets in the processor on the port of PostgreSQL and nobody else',
    expected: '5432',
    received: 'missing',
    apply: async ({ aws, outputs }) => {
      const GroupId = String(outputs.DatabaseSecurityGroupId);
      const Filters = [{ Name: 'group-id', Values: [GroupId] }];
      const { SecurityGroupRules } = await aws.call('ec2', 'DescribeSecurityGroupRules', { Filters });
      const rules = /** @type {{ SecurityGroupRuleId: string, IsEgress: boolean }[]} */ (SecurityGroupRules);
      const ids = rules.filter(({ IsEgress }) => !IsEgress).map(({ SecurityGroupRuleId }) => SecurityGroupRuleId);
      await aws.call('ec2', 'RevokeSecurityGroupIngress', { GroupId, SecurityGroupRuleIds: ids });
    },
  },
  {
    name: 'the private subnets get a route to the internet',
    output: 'PrivateRouteTableId',
    test: 'the VPC routes nowhere but within itself',
    expected: /no|local/,
    received: 'igw-',
    apply: async (stack) => {
      const GatewayId = await attachInternetGateway(stack);
      await stack.aws.call('ec2', 'CreateRoute', {
        RouteTableId: stack.outputs.PrivateRouteTableId,
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId,
      });
    },
  },
  {
    name: 'an internet gateway is attached to the VPC',
    output: 'VpcId',
    test: 'the VPC has no gateway and no peering connection',
    expected: 'no gateway',
    received: 'igw-',
    apply: attachInternetGateway,
  },
  {
    name: 'a subnet nobody knows of is added',
    output: 'VpcId',
    test: 'the VPC holds two private subnets in two zones and no other',
    expected: '2 subnets',
    received: '3 subnets',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'CreateSubnet', {
        VpcId: outputs.VpcId,
        CidrBlock: '10.40.240.0/24',
        AvailabilityZone: 'eu-west-2c',
      }),
  },
  {
    name: 'what starts in a subnet gets a public address',
    output: 'PrivateSubnet1Id',
    test: 'the VPC gives no address of the internet to what starts in it',
    expected: 'not: ',
    received: 'MapPublicIpOnLaunch true',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifySubnetAttribute', {
        SubnetId: outputs.PrivateSubnet1Id,
        MapPublicIpOnLaunch: { Value: true },
      }),
  },
  {
    name: 'DNS host names of the VPC are switched off',
    output: 'VpcId',
    test: 'the VPC resolves names, which private endpoints need',
    expected: 'true',
    received: 'false',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifyVpcAttribute', { VpcId: outputs.VpcId, EnableDnsHostnames: { Value: false } }),
  },
  {
    name: 'the flow log is deleted',
    output: 'FlowLogId',
    test: 'the flow log records all traffic of the VPC',
    expected: 'exist',
    received: /does not exist/,
    apply: ({ aws, outputs }) => aws.call('ec2', 'DeleteFlowLogs', { FlowLogIds: [outputs.FlowLogId] }),
  },
  {
    name: 'the endpoint of Secrets Manager is deleted',
    output: 'SecretsManagerEndpointId',
    test: 'the endpoint of Secrets Manager leads to the service from both zones',
    expected: 'exist',
    received: /does not exist/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'DeleteVpcEndpoints', { VpcEndpointIds: [outputs.SecretsManagerEndpointId] }),
  },
  {
    name: 'the tag that says whose data it is is removed from the stream',
    output: 'PatientDataStreamName',
    test: 'the tags say whose data it is, on the data',
    expected: 'PHI',
    received: 'no such tag',
    apply: ({ aws, outputs }) =>
      aws.call('kinesis', 'RemoveTagsFromStream', {
        StreamName: outputs.PatientDataStreamName,
        TagKeys: ['DataClassification'],
      }),
  },
  {
    name: 'somebody adds an endpoint to another service',
    output: 'VpcId',
    test: 'the VPC has its two endpoints and no other',
    expected: 'vpce-',
    received: 'vpce-',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'CreateVpcEndpoint', {
        VpcId: outputs.VpcId,
        VpcEndpointType: 'Interface',
        ServiceName: 'com.amazonaws.eu-west-2.sts',
        SubnetIds: [outputs.PrivateSubnet1Id],
      }),
  },
];
