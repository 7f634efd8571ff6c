// @ts-check

const fs = require('node:fs');
const { policy } = require('../../policy');

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'PostgreSQL is opened to the world',
    output: 'DatabaseSecurityGroupId',
    test: 'SC-7: the boundary the service alone reaches the database',
    expected: 'not: open to 0.0.0.0/0',
    received: '0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs.DatabaseSecurityGroupId,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
  },
  {
    name: 'SSH is opened to the office network on the tasks',
    output: 'ServiceSecurityGroupId',
    test: 'SC-7: the boundary the service reaches the database, the cache and the endpoints, and is reached by nobody',
    expected: /no/,
    received: /22/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs.ServiceSecurityGroupId,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '198.51.100.0/24' }] }],
      }),
  },
  {
    name: 'The cache is opened to the whole VPC',
    output: 'CacheSecurityGroupId',
    test: 'SC-7: the boundary the service alone reaches the cache',
    expected: '6379',
    received: '10.40.0.0/16',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs.CacheSecurityGroupId,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 6379, ToPort: 6379, IpRanges: [{ CidrIp: '10.40.0.0/16' }] }],
      }),
  },
  {
    name: 'The tasks may send anything anywhere',
    output: 'ServiceSecurityGroupId',
    test: 'SC-7: the boundary the service reaches the database, the cache and the endpoints, and is reached by nobody',
    expected: '5432',
    received: '0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupEgress', {
        GroupId: outputs.ServiceSecurityGroupId,
        IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
  },
  {
    name: 'The service loses its way to the endpoints',
    output: 'EndpointSecurityGroupId',
    test: 'SC-7: the boundary the service alone reaches the endpoints',
    expected: '443',
    received: 'missing',
    apply: async ({ aws, outputs }) => {
      const GroupId = outputs.EndpointSecurityGroupId;
      const { SecurityGroupRules } = await aws.call('ec2', 'DescribeSecurityGroupRules', {
        Filters: [{ Name: 'group-id', Values: [GroupId] }],
      });
      const rules = /** @type {{ SecurityGroupRuleId: string, IsEgress: boolean }[]} */ (SecurityGroupRules);
      const SecurityGroupRuleIds = rules.filter(({ IsEgress }) => !IsEgress).map((rule) => rule.SecurityGroupRuleId);
      await aws.call('ec2', 'RevokeSecurityGroupIngress', { GroupId, SecurityGroupRuleIds });
    },
  },
  {
    name: 'The default security group lets the VPC in',
    output: 'VpcDefaultSecurityGroupId',
    test: 'SC-7: the boundary the default security group lets nothing in and nothing out',
    expected: /no/,
    received: '10.40.0.0/16',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs.VpcDefaultSecurityGroupId,
        IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.40.0.0/16' }] }],
      }),
  },
  {
    name: 'The data subnets get a route to the internet',
    output: 'DataRouteTableId',
    test: 'SC-7: the boundary nothing leads from the data out of the VPC',
    expected: 'local routes alone',
    received: 'igw-',
    apply: async ({ aws, outputs }) => {
      const { InternetGateway } = await aws.call('ec2', 'CreateInternetGateway');
      const { InternetGatewayId } = /** @type {Record<string, unknown>} */ (InternetGateway);
      await aws.call('ec2', 'AttachInternetGateway', { InternetGatewayId, VpcId: outputs.VpcId });
      await aws.call('ec2', 'CreateRoute', {
        RouteTableId: outputs.DataRouteTableId,
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: InternetGatewayId,
      });
    },
  },
  {
    name: 'An internet gateway is attached, without a route so far',
    output: 'VpcId',
    test: 'SC-7: the boundary nothing is attached to the VPC that leads out of it',
    expected: /no/,
    received: 'igw-',
    apply: async ({ aws, outputs }) => {
      const { InternetGateway } = await aws.call('ec2', 'CreateInternetGateway');
      const { InternetGatewayId } = /** @type {Record<string, unknown>} */ (InternetGateway);
      await aws.call('ec2', 'AttachInternetGateway', { InternetGatewayId, VpcId: outputs.VpcId });
    },
  },
  {
    name: 'A subnet of the service gives out public addresses',
    output: 'ServiceSubnetAId',
    test: 'SC-7: the boundary ServiceSubnetAId is 10.40.10.0/24 in us-west-2a, and gives out no public addresses',
    expected: /not|false/i,
    received: /true|gives|MapPublicIpOnLaunch/i,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifySubnetAttribute', {
        SubnetId: outputs.ServiceSubnetAId,
        MapPublicIpOnLaunch: { Value: true },
      }),
  },
  {
    name: 'The VPC loses its DNS host names, which the endpoints need',
    output: 'VpcId',
    test: 'SC-7: the boundary the VPC has its address range, its four subnets and DNS',
    expected: /true|on/,
    received: /false|off/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifyVpcAttribute', { VpcId: outputs.VpcId, EnableDnsHostnames: { Value: false } }),
  },
  {
    name: 'The endpoint of Secrets Manager is deleted',
    output: 'SecretsManagerEndpointId',
    test: 'SC-7(7): AWS is reached through endpoints in the VPC SecretsManagerEndpointId leads to secretsmanager from the subnets of the service',
    expected: /exists|available/i,
    received: /does not exist|deleted/i,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'DeleteVpcEndpoints', { VpcEndpointIds: [outputs.SecretsManagerEndpointId] }),
  },
  {
    name: 'The endpoint of Kinesis lets nobody through but another account',
    output: 'KinesisEndpointId',
    test: 'SC-7(7): AWS is reached through endpoints in the VPC KinesisEndpointId may be used for all that the identity may do, and for nothing less',
    expected: 'Allow * on *',
    received: '999999999999',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifyVpcEndpoint', {
        VpcEndpointId: outputs.KinesisEndpointId,
        PolicyDocument: policy({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::999999999999:root' },
          Action: '*',
          Resource: '*',
        }),
      }),
    on: { ministack: 'ministack 1.5.33 leaves PolicyDocument out of DescribeVpcEndpoints' },
  },
  {
    name: 'An endpoint to a service of somebody else is added',
    output: 'VpcId',
    test: 'SC-7(7): AWS is reached through endpoints in the VPC the VPC has these endpoints, and none to a service of somebody else',
    expected: 'vpce-',
    received: 'vpce-svc-0123456789abcdef0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'CreateVpcEndpoint', {
        VpcId: outputs.VpcId,
        VpcEndpointType: 'Interface',
        ServiceName: 'com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0',
        SubnetIds: [outputs.DataSubnetAId],
        SecurityGroupIds: [outputs.DatabaseSecurityGroupId],
      }),
  },
  {
    name: 'The database is taken out of the system boundary by its tags',
    output: 'DatabaseInstanceIdentifier',
    test: 'CM-8: every resource carries the tags of the system boundary DatabaseInstanceIdentifier',
    expected: 'FedRAMP-Moderate',
    received: /none|no |undefined|absent|not/i,
    apply: async ({ aws, outputs, accountId }) =>
      aws.call('rds', 'RemoveTagsFromResource', {
        ResourceName: `arn:aws:rds:us-west-2:${accountId}:db:${outputs.DatabaseInstanceIdentifier}`,
        TagKeys: ['Compliance'],
      }),
  },
  {
    name: 'An output is lost',
    output: 'DatabaseEndpoint',
    test: 'every output is there, and names carry the environment',
    expected: 'DatabaseEndpoint',
    received: 'no output DatabaseEndpoint',
    apply: async ({ outputsFile }) => {
      const file = JSON.parse(fs.readFileSync(outputsFile, 'utf8'));
      const [stack] = file.Stacks;
      stack.Outputs = stack.Outputs.filter(
        (/** @type {{ OutputKey: string }} */ { OutputKey }) => OutputKey !== 'DatabaseEndpoint',
      );
      fs.writeFileSync(outputsFile, JSON.stringify(file));
    },
  },
];
