// @ts-check

const fs = require('node:fs');
const { policy } = require('../../policy');

/** @type {import('../../failure.js').Mistake[]} */
module.exports = [
  {
    name: 'The database is opened to the internet on 5432',
    output: 'database_security_group_id',
    test: 'the security groups let the processor reach the database, and nobody else',
    expected: 'tcp 5432 from sg-',
    received: '0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs.database_security_group_id,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
  },
  {
    name: 'The database is opened to the whole VPC',
    output: 'database_security_group_id',
    test: 'the security groups let the processor reach the database, and nobody else',
    expected: 'tcp 5432 from sg-',
    received: '10.40.0.0/16',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs.database_security_group_id,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, IpRanges: [{ CidrIp: '10.40.0.0/16' }] }],
      }),
  },
  {
    name: 'The processor may no longer reach the database',
    output: 'database_security_group_id',
    test: 'the security groups let the processor reach the database, and nobody else',
    expected: 'sg-',
    received: /no|nothing|nobody/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'RevokeSecurityGroupIngress', {
        GroupId: outputs.database_security_group_id,
        IpPermissions: [
          {
            IpProtocol: 'tcp',
            FromPort: 5432,
            ToPort: 5432,
            UserIdGroupPairs: [
              { GroupId: outputs.function_security_group_id, Description: 'PostgreSQL from the processor' },
            ],
          },
        ],
      }),
  },
  {
    name: 'SSH to the processor is opened to the world',
    output: 'function_security_group_id',
    test: 'the security groups let nobody reach the processor',
    expected: /no|nothing/,
    received: 'tcp 22 from 0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs.function_security_group_id,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
  },
  {
    name: 'The processor may reach anything',
    output: 'function_security_group_id',
    test: 'the security groups let the processor reach the database and the APIs of AWS, and nothing else',
    expected: 'tcp 443 to 0.0.0.0/0',
    received: 'everything to 0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupEgress', {
        GroupId: outputs.function_security_group_id,
        IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
  },
  {
    name: 'The database may reach the internet',
    output: 'database_security_group_id',
    test: 'the security groups let the database reach nothing',
    expected: /no|nothing/,
    received: 'tcp 443 to 0.0.0.0/0',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupEgress', {
        GroupId: outputs.database_security_group_id,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
  },
  {
    name: 'A rule is added to the default security group of the VPC',
    output: 'default_security_group_id',
    test: 'the security groups leave the default group of the VPC without a rule',
    expected: /no|nothing/,
    received: '10.0.0.0/8',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
        GroupId: outputs.default_security_group_id,
        IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8' }] }],
      }),
  },
  {
    name: 'The database subnets get a route to the internet',
    output: 'database_route_table_id',
    test: 'the routes lead from the database subnets to nowhere outside the VPC',
    expected: 'local routes alone',
    received: /0\.0\.0\.0\/0 .*igw-/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'CreateRoute', {
        RouteTableId: outputs.database_route_table_id,
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: outputs.internet_gateway_id,
      }),
  },
  {
    name: 'One zone goes out by the NAT gateway of the other',
    output: 'private_route_table_b_id',
    test: 'the routes lead from each private subnet to the NAT gateway of its own zone, and nowhere else',
    expected: /0\.0\.0\.0\/0 .*nat-/,
    received: /0\.0\.0\.0\/0 .*nat-/,
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ReplaceRoute', {
        RouteTableId: outputs.private_route_table_b_id,
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: outputs.nat_gateway_a_id,
      }),
  },
  {
    name: 'A NAT gateway is deleted',
    output: 'nat_gateway_a_id',
    test: 'the NAT gateways stand in the public subnets, one in each zone',
    expected: /exist|can be used/,
    received: /exist|delet/,
    apply: ({ aws, outputs }) => aws.call('ec2', 'DeleteNatGateway', { NatGatewayId: outputs.nat_gateway_a_id }),
  },
  {
    name: 'Public addresses are given out in a private subnet',
    output: 'private_subnet_a_id',
    test: 'the VPC gives nothing in it a public address by itself',
    expected: 'not: ',
    received: 'true',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifySubnetAttribute', {
        SubnetId: outputs.private_subnet_a_id,
        MapPublicIpOnLaunch: { Value: true },
      }),
  },
  {
    name: 'DNS host names are switched off, and with them private DNS of endpoints',
    output: 'vpc_id',
    test: 'the VPC has one range of addresses, and names for its hosts',
    expected: 'true',
    received: 'false',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'ModifyVpcAttribute', { VpcId: outputs.vpc_id, EnableDnsHostnames: { Value: false } }),
  },
  {
    name: 'The endpoint of Secrets Manager is deleted',
    output: 'secretsmanager_endpoint_id',
    test: 'the endpoint of Secrets Manager keeps credentials off the internet, in both zones of the processor',
    expected: /exist|can be used/,
    received: 'exist',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'DeleteVpcEndpoints', { VpcEndpointIds: [outputs.secretsmanager_endpoint_id] }),
  },
  {
    name: 'The flow log is deleted',
    output: 'flow_log_id',
    test: 'the flow log records all traffic of the VPC in its log group',
    expected: /exist|can be used/,
    received: 'exist',
    apply: ({ aws, outputs }) => aws.call('ec2', 'DeleteFlowLogs', { FlowLogIds: [outputs.flow_log_id] }),
  },
  {
    name: 'Flow logs are kept for ever',
    output: 'flow_log_group_name',
    test: 'the flow log is kept for 90 days, encrypted with the key of the system',
    expected: '90 days',
    received: 'for ever',
    apply: ({ aws, outputs }) =>
      aws.call('cloudwatch-logs', 'DeleteRetentionPolicy', { logGroupName: outputs.flow_log_group_name }),
  },
  {
    name: 'The cost centre is no longer on the VPC',
    output: 'vpc_id',
    test: 'tags say of everything in the network whose it is',
    expected: 'CC-4471',
    received: 'no such tag',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'DeleteTags', { Resources: [outputs.vpc_id], Tags: [{ Key: 'CostCenter' }] }),
  },
  {
    name: 'The database subnets use another network ACL',
    output: 'default_network_acl_id',
    test: 'the network ACL holds for every subnet',
    expected: 'subnet-',
    received: /subnet-/,
    apply: async ({ aws, outputs }) => {
      const NetworkAclIds = [outputs.default_network_acl_id];
      const { NetworkAcls } = await aws.call('ec2', 'DescribeNetworkAcls', { NetworkAclIds });
      const [{ Associations }] =
        /** @type {[{ Associations: { NetworkAclAssociationId: string, SubnetId: string }[] }]} */ (NetworkAcls);
      const { NetworkAcl } = await aws.call('ec2', 'CreateNetworkAcl', { VpcId: outputs.vpc_id });
      const { NetworkAclId } = /** @type {{ NetworkAclId: string }} */ (NetworkAcl);
      const subnets = /** @type {string[]} */ (outputs.database_subnet_ids);
      for (const { NetworkAclAssociationId: AssociationId, SubnetId } of Associations) {
        if (!subnets.includes(SubnetId)) continue;
        await aws.call('ec2', 'ReplaceNetworkAclAssociation', { AssociationId, NetworkAclId });
      }
    },
    on: { ministack: 'ministack 1.5.33 does not associate new subnets with the default network ACL' },
  },
  {
    name: 'The NAT gateways are made anew, each in the zone of the other',
    output: 'nat_gateway_a_id',
    test: 'the NAT gateways stand each in the public subnet of its own zone',
    expected: 'subnet-',
    received: 'subnet-',
    apply: async ({ aws, outputs, outputsFile }) => {
      const written = JSON.parse(fs.readFileSync(outputsFile, 'utf8'));
      const [SubnetA, SubnetB] = /** @type {string[]} */ (outputs.public_subnet_ids);
      for (const [zone, SubnetId] of Object.entries({ a: SubnetB, b: SubnetA })) {
        await aws.call('ec2', 'DeleteNatGateway', { NatGatewayId: outputs[`nat_gateway_${zone}_id`] });
        const AllocationId = outputs[`nat_eip_${zone}_allocation_id`];
        const { NatGateway } = await aws.call('ec2', 'CreateNatGateway', { SubnetId, AllocationId });
        const { NatGatewayId } = /** @type {{ NatGatewayId: string }} */ (NatGateway);
        await aws.call('ec2', 'ReplaceRoute', {
          RouteTableId: outputs[`private_route_table_${zone}_id`],
          DestinationCidrBlock: '0.0.0.0/0',
          NatGatewayId,
        });
        written[`nat_gateway_${zone}_id`].value = NatGatewayId;
      }
      fs.writeFileSync(outputsFile, JSON.stringify(written, null, 2));
    },
    on: { moto: 'DeleteNatGateway of moto does not free the address' },
  },
  {
    name: 'The VPC gets one more endpoint',
    output: 'vpc_id',
    test: 'the endpoint of Secrets Manager is the only one of the VPC',
    expected: 'vpce-',
    received: 'com.amazonaws.us-east-1.s3',
    apply: ({ aws, outputs }) =>
      aws.call('ec2', 'CreateVpcEndpoint', {
        VpcId: outputs.vpc_id,
        ServiceName: 'com.amazonaws.us-east-1.s3',
        VpcEndpointType: 'Gateway',
      }),
  },
  {
    name: 'The flow log can no longer assume its role',
    output: 'flow_log_role_arn',
    test: 'the flow log alone may assume its role',
    expected: 'vpc-flow-logs.amazonaws.com',
    received: '210987654321',
    apply: ({ aws }) =>
      aws.call('iam', 'UpdateAssumeRolePolicy', {
        RoleName: 'transaction-processing-dev-flow-logs',
        PolicyDocument: policy({
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': '210987654321' } },
        }),
      }),
  },
];
