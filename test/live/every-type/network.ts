import { called, deployed, type Kind } from './kind';
import type { World } from './world';

const ec2 = (operation: string): [string, string] => ['ec2', operation];
const hex = '0fedcba9876543210';
const subnets = ({ id }: World) => [id('SubnetA'), id('SubnetB')];

/** Networks and machines. */
export const networkKinds: Kind[] = [
  deployed('AWS::EC2::VPC', () => ({ CidrBlock: '10.31.0.0/16' }), `vpc-${hex}`),
  deployed(
    'AWS::EC2::Subnet',
    ({ id }) => ({ VpcId: id('Vpc'), CidrBlock: '10.30.7.0/24', AvailabilityZone: 'us-east-1a' }),
    `subnet-${hex}`,
  ),
  deployed('AWS::EC2::SecurityGroup', ({ id }) => ({ GroupDescription: 'one', VpcId: id('Vpc') }), `sg-${hex}`),
  deployed('AWS::EC2::InternetGateway', () => ({}), `igw-${hex}`),
  deployed('AWS::EC2::EIP', () => ({ Domain: 'vpc' }), 'eipalloc-0fedcba9876543210', { output: 'AllocationId' }),
  {
    type: 'AWS::EC2::NatGateway',
    gone: `nat-${hex}`,
    make: async ({ deployOne, id }) => {
      const { attributes } = await deployOne('AWS::EC2::EIP', { Domain: 'vpc' });
      const gateway = { SubnetId: id('SubnetA'), AllocationId: attributes.AllocationId };
      return (await deployOne('AWS::EC2::NatGateway', gateway)).physicalId;
    },
  },
  deployed('AWS::EC2::RouteTable', ({ id }) => ({ VpcId: id('Vpc') }), `rtb-${hex}`),
  called(
    'AWS::EC2::NetworkAcl',
    ec2('CreateNetworkAcl'),
    ({ id }) => ({ VpcId: id('Vpc') }),
    'NetworkAcl.NetworkAclId',
    `acl-${hex}`,
  ),
  deployed(
    'AWS::EC2::VPCEndpoint',
    ({ id }) => ({
      VpcId: id('Vpc'),
      ServiceName: 'com.amazonaws.us-east-1.s3',
      VpcEndpointType: 'Gateway',
      RouteTableIds: [id('RouteTable')],
    }),
    `vpce-${hex}`,
  ),
  deployed(
    'AWS::EC2::FlowLog',
    ({ id, attribute }) => ({
      ResourceType: 'VPC',
      ResourceId: id('Vpc'),
      TrafficType: 'ALL',
      LogDestinationType: 's3',
      LogDestination: attribute('Bucket', 'Arn'),
    }),
    `fl-${hex}`,
  ),
  {
    type: 'AWS::EC2::VPCPeeringConnection',
    gone: `pcx-${hex}`,
    make: async ({ call, deployOne, id, text }) => {
      const { physicalId: PeerVpcId } = await deployOne('AWS::EC2::VPC', { CidrBlock: '10.32.0.0/16' });
      const answer = await call('ec2', 'CreateVpcPeeringConnection', { VpcId: id('Vpc'), PeerVpcId });
      return text(answer, 'VpcPeeringConnection.VpcPeeringConnectionId');
    },
  },
  called(
    'AWS::EC2::TransitGateway',
    ec2('CreateTransitGateway'),
    () => ({}),
    'TransitGateway.TransitGatewayId',
    `tgw-${hex}`,
    { cannot: { ministack: 'it has no CreateTransitGateway' } },
  ),
  called(
    'AWS::EC2::Volume',
    ec2('CreateVolume'),
    () => ({ AvailabilityZone: 'us-east-1a', Size: 8 }),
    'VolumeId',
    `vol-${hex}`,
  ),
  deployed(
    'AWS::EC2::LaunchTemplate',
    () => ({ LaunchTemplateData: { ImageId: 'ami-12c6146b', InstanceType: 't3.micro' } }),
    `lt-${hex}`,
  ),
  deployed(
    'AWS::EC2::Instance',
    ({ id }) => ({ ImageId: 'ami-12c6146b', InstanceType: 't3.micro', SubnetId: id('SubnetA') }),
    `i-${hex}`,
  ),
  {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    gone: 'gone-group',
    make: async ({ deployOne, id }) => {
      const { physicalId: LaunchTemplateId, attributes } = await deployOne('AWS::EC2::LaunchTemplate', {
        LaunchTemplateData: { ImageId: 'ami-12c6146b', InstanceType: 't3.micro' },
      });
      const group = {
        MinSize: '1',
        MaxSize: '2',
        LaunchTemplate: { LaunchTemplateId, Version: attributes.LatestVersionNumber },
        VPCZoneIdentifier: [id('SubnetA')],
      };
      return (await deployOne('AWS::AutoScaling::AutoScalingGroup', group)).physicalId;
    },
  },
  deployed(
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    (world) => ({ Type: 'application', Subnets: subnets(world) }),
    'arn:aws:elasticloadbalancing:us-east-1:ACCOUNT:loadbalancer/app/gone/50dc6c495c0c9188',
  ),
  deployed(
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    ({ id }) => ({ Protocol: 'HTTP', Port: 80, VpcId: id('Vpc') }),
    'arn:aws:elasticloadbalancing:us-east-1:ACCOUNT:targetgroup/gone/73e2d6bc24d8a067',
  ),
  {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    gone: 'arn:aws:elasticloadbalancing:us-east-1:ACCOUNT:listener/app/gone/50dc6c495c0c9188/f2f7dc8efc522ab2',
    make: async (world) => {
      const balancer = await world.deployOne('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Type: 'application',
        Subnets: subnets(world),
      });
      const listener = {
        LoadBalancerArn: balancer.physicalId,
        Port: 80,
        Protocol: 'HTTP',
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
      };
      return (await world.deployOne('AWS::ElasticLoadBalancingV2::Listener', listener)).physicalId;
    },
  },
  deployed('AWS::Route53::HostedZone', () => ({ Name: 'one.example.' }), 'Z0123456789ABCDEFGHIJ'),
  {
    type: 'AWS::Route53::RecordSet',
    gone: 'gone.nowhere.example',
    make: async ({ deployOne }) => {
      const { physicalId: HostedZoneId } = await deployOne('AWS::Route53::HostedZone', { Name: 'two.example.' });
      const record = { HostedZoneId, Name: 'www.two.example.', Type: 'A', TTL: '60', ResourceRecords: ['10.30.0.9'] };
      await deployOne('AWS::Route53::RecordSet', record);
      return 'www.two.example';
    },
  },
  called(
    'AWS::Route53::HealthCheck',
    ['route-53', 'CreateHealthCheck'],
    () => ({
      CallerReference: 'one',
      HealthCheckConfig: { Type: 'HTTP', FullyQualifiedDomainName: 'www.two.example', Port: 80 },
    }),
    'HealthCheck.Id',
    '01234567-89ab-cdef-0123-456789abcdef',
  ),
  deployed(
    'AWS::CloudFront::Distribution',
    () => ({
      DistributionConfig: {
        Enabled: true,
        Origins: [
          { Id: 'site', DomainName: 'site.s3.us-east-1.amazonaws.com', S3OriginConfig: { OriginAccessIdentity: '' } },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 'site',
          ViewerProtocolPolicy: 'redirect-to-https',
          AllowedMethods: ['GET', 'HEAD'],
          CachedMethods: ['GET', 'HEAD'],
          CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
        },
      },
    }),
    'E2QWRUHAPOMQZL',
    // moto lets ids begin with any letter, and one with Z reads like a hosted zone's; on AWS they begin with E.
    { output: 'DomainName' },
  ),
  deployed(
    'AWS::CertificateManager::Certificate',
    () => ({ DomainName: 'www.two.example' }),
    'arn:aws:acm:us-east-1:ACCOUNT:certificate/01234567-89ab-cdef-0123-456789abcdef',
  ),
  deployed(
    'AWS::WAFv2::WebACL',
    () => ({
      Scope: 'REGIONAL',
      DefaultAction: { Block: {} },
      Rules: [],
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'one' },
    }),
    'arn:aws:wafv2:us-east-1:ACCOUNT:regional/webacl/gone/01234567-89ab-cdef-0123-456789abcdef',
    { output: 'Arn' },
  ),
];
