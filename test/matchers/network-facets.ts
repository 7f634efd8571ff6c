import type { NetworkFacets } from '../../src/facets';

/** A network part that answers everything, with as little as AWS ever says. */
export const networkFacets: NetworkFacets = {
  vpcDns: { support: false, hostnames: false },
  vpcSubnets: { subnetIds: [] },
  flowLogs: { logs: [] },
  tableRoutes: { table: 'rtb-1', routes: [] },
  egress: { rules: [] },
  attachments: { attachments: [] },
  subnetAssociations: { ids: [], byDefault: false },
  aclRules: { rules: [] },
  ipAddresses: { public: [], private: [], allocationIds: [] },
  endpointService: { name: 'com.amazonaws.eu-west-1.s3', type: 'Gateway', privateDns: false },
  peering: {
    requester: { vpcId: 'vpc-1', account: '1', region: 'eu-west-1', cidrs: [] },
    accepter: { vpcId: 'vpc-2', account: '1', region: 'eu-west-1', cidrs: [] },
  },
  machine: { instanceTypes: [], detailedMonitoring: false, ebsOptimized: false },
  instanceProfile: {},
  metadataService: { enabled: true, detail: 'HttpTokens not set' },
  balancer: { type: 'gateway', ipAddressType: 'ipv4' },
  requestHandling: {},
  listeners: { listeners: [] },
  listenerActions: { actions: [] },
  targetProtocol: { targetType: 'lambda' },
  targetHealthCheck: { enabled: false },
  targetHealth: { targets: [] },
  targetDistribution: {},
  scalingPolicies: { policies: [] },
  scaledInstances: { instances: [] },
  instanceHealthCheck: { types: ['EC2'], gracePeriodInSeconds: 0 },
  launchSource: {},
};
