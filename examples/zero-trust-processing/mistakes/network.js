// @ts-check

const {
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateInternetGatewayCommand,
  CreateNetworkAclEntryCommand,
  CreateRouteCommand,
  CreateSubnetCommand,
  CreateVpcEndpointCommand,
  DeleteTagsCommand,
  DeleteVpcEndpointsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DisassociateRouteTableCommand,
  ModifySubnetAttributeCommand,
  ModifyVpcAttributeCommand,
  ModifyVpcEndpointCommand,
  RevokeSecurityGroupIngressCommand,
} = require('@aws-sdk/client-ec2');
const { policy } = require('../../policy');

const anywhere = [{ CidrIp: '0.0.0.0/0' }];

/** @param {import('../../failure.js').Stack} stack @returns {Promise<string>} */
async function attachInternetGateway({ client, outputs }) {
  const { InternetGateway } = await client('ec2').send(new CreateInternetGatewayCommand({}));
  const { InternetGatewayId } = /** @type {{ InternetGatewayId: string }} */ (InternetGateway);
  await client('ec2').send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId: String(outputs.VpcId) }));
  return InternetGatewayId;
}

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'SSH to the endpoints was opened to the world',
    output: 'EndpointSecurityGroupId',
    test: 'security groups let the data processor alone into the endpoints',
    expected: '443',
    received: '0.0.0.0/0',
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupId: String(outputs.EndpointSecurityGroupId),
          IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: anywhere }],
        }),
      ),
  },
  {
    name: 'the processor was cut off from the endpoints',
    output: 'EndpointSecurityGroupId',
    test: 'security groups let the data processor alone into the endpoints',
    expected: '443',
    received: /nothing|missing/,
    apply: async ({ client, outputs }) => {
      const GroupId = String(outputs.EndpointSecurityGroupId);
      const Filters = [{ Name: 'group-id', Values: [GroupId] }];
      const described = await client('ec2').send(new DescribeSecurityGroupRulesCommand({ Filters }));
      const rules = /** @type {import('@aws-sdk/client-ec2').SecurityGroupRule[]} */ (described.SecurityGroupRules);
      const SecurityGroupRuleIds = rules.flatMap(({ IsEgress, SecurityGroupRuleId }) =>
        IsEgress ? [] : String(SecurityGroupRuleId),
      );
      await client('ec2').send(new RevokeSecurityGroupIngressCommand({ GroupId, SecurityGroupRuleIds }));
    },
  },
  {
    name: 'the processor may go out to anybody',
    output: 'ProcessorSecurityGroupId',
    test: 'security groups let the data processor out to the endpoints alone',
    expected: '443',
    received: '0.0.0.0/0',
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new AuthorizeSecurityGroupEgressCommand({
          GroupId: String(outputs.ProcessorSecurityGroupId),
          IpPermissions: [{ IpProtocol: '-1', IpRanges: anywhere }],
        }),
      ),
  },
  {
    name: 'somebody gave the default security group a rule of its own',
    output: 'DefaultSecurityGroupId',
    test: 'security groups leave nothing in the default group, which anybody may pick by mistake',
    expected: 'nothing',
    received: '10.0.0.0/8',
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupId: String(outputs.DefaultSecurityGroupId),
          IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
        }),
      ),
  },
  {
    name: 'an internet gateway was attached, and no route uses it yet',
    output: 'VpcId',
    test: 'the VPC has no way to the internet or to another network',
    expected: 'no gateway',
    received: /internet gateway igw-/,
    apply: attachInternetGateway,
  },
  {
    name: 'a private subnet got a route to the internet',
    output: 'PrivateRouteTableAId',
    test: 'the route table of private subnet A leads nowhere but inside the VPC',
    expected: /local|nothing|no /,
    received: /0\.0\.0\.0\/0 .*igw-/,
    apply: async (stack) =>
      stack.client('ec2').send(
        new CreateRouteCommand({
          RouteTableId: String(stack.outputs.PrivateRouteTableAId),
          DestinationCidrBlock: '0.0.0.0/0',
          GatewayId: await attachInternetGateway(stack),
        }),
      ),
  },
  {
    name: 'a private subnet fell back to the main route table',
    output: 'PrivateRouteTableBId',
    test: 'the route table of private subnet B is used by its subnet alone',
    expected: 'list of 1',
    received: 'list of 0',
    apply: async ({ client, outputs }) => {
      const RouteTableIds = [String(outputs.PrivateRouteTableBId)];
      const { RouteTables } = await client('ec2').send(new DescribeRouteTablesCommand({ RouteTableIds }));
      const [table] = /** @type {{ Associations: { RouteTableAssociationId: string }[] }[]} */ (RouteTables);
      const AssociationId = table?.Associations[0]?.RouteTableAssociationId;
      await client('ec2').send(new DisassociateRouteTableCommand({ AssociationId }));
    },
  },
  {
    name: 'instances in a private subnet get public addresses',
    output: 'PrivateSubnetAId',
    test: 'the private subnets give nobody a public address',
    expected: 'not: MapPublicIpOnLaunch true',
    received: 'MapPublicIpOnLaunch true',
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new ModifySubnetAttributeCommand({
          SubnetId: String(outputs.PrivateSubnetAId),
          MapPublicIpOnLaunch: { Value: true },
        }),
      ),
  },
  {
    name: 'a third subnet was made by hand',
    output: 'VpcId',
    test: 'the VPC has two private subnets and no other',
    expected: '2 subnets',
    received: '3 subnets',
    apply: ({ client, outputs }) =>
      client('ec2').send(new CreateSubnetCommand({ VpcId: String(outputs.VpcId), CidrBlock: '10.40.64.0/20' })),
  },
  {
    name: 'DNS host names were switched off, so private DNS of the endpoints stops',
    output: 'VpcId',
    test: 'the VPC resolves the names of its endpoints',
    expected: 'EnableDnsHostnames true',
    received: 'EnableDnsHostnames false',
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new ModifyVpcAttributeCommand({ VpcId: String(outputs.VpcId), EnableDnsHostnames: { Value: false } }),
      ),
  },
  {
    name: 'the KMS endpoint was deleted to save money',
    output: 'KmsEndpointId',
    test: 'the endpoints are up in both private subnets',
    expected: 'exists',
    received: 'does not exist',
    apply: ({ client, outputs }) =>
      client('ec2').send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [String(outputs.KmsEndpointId)] })),
  },
  {
    name: 'the S3 endpoint lets everything through',
    output: 'S3EndpointId',
    test: 'the endpoints let this account do what the processor needs, on its own resources',
    expected: 's3:PutObject',
    received: /\*/,
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new ModifyVpcEndpointCommand({
          VpcEndpointId: String(outputs.S3EndpointId),
          PolicyDocument: policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
        }),
      ),
    on: { ministack: 'ministack 1.5.33 leaves PolicyDocument out of DescribeVpcEndpoints' },
  },
  {
    name: 'an endpoint was moved out of one zone',
    output: 'LogsEndpointId',
    test: 'the endpoints are up in both private subnets',
    expected: /subnet-.*subnet-/,
    received: 'subnet-',
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new ModifyVpcEndpointCommand({
          VpcEndpointId: String(outputs.LogsEndpointId),
          RemoveSubnetIds: [String(outputs.PrivateSubnetBId)],
        }),
      ),
  },
  {
    name: 'one more endpoint leads to a service of somebody else',
    output: 'VpcId',
    test: 'the endpoints are these three and no other',
    expected: /vpce-.*vpce-.*vpce-/,
    received: 'secretsmanager',
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new CreateVpcEndpointCommand({
          VpcId: String(outputs.VpcId),
          ServiceName: 'com.amazonaws.us-east-1.secretsmanager',
          VpcEndpointType: 'Interface',
          SubnetIds: [String(outputs.PrivateSubnetAId)],
        }),
      ),
  },
  {
    name: 'the network ACL denies what comes in',
    output: 'DefaultNetworkAclId',
    test: 'the network ACL has nothing but the two rules that it came with',
    expected: 'allow',
    received: 'deny',
    apply: ({ client, outputs }) =>
      client('ec2').send(
        new CreateNetworkAclEntryCommand({
          NetworkAclId: String(outputs.DefaultNetworkAclId),
          RuleNumber: 50,
          Protocol: '-1',
          RuleAction: 'deny',
          Egress: false,
          CidrBlock: '0.0.0.0/0',
        }),
      ),
  },
  {
    name: 'the compliance tag of the VPC is gone',
    output: 'VpcId',
    test: 'the VPC carries the tags',
    expected: 'SOC2',
    received: 'no such tag',
    apply: ({ client, outputs }) =>
      client('ec2').send(new DeleteTagsCommand({ Resources: [String(outputs.VpcId)], Tags: [{ Key: 'Compliance' }] })),
  },
];
