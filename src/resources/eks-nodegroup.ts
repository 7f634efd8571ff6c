import { eks } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told, wrongArgument } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import { subnetPlacement, zonesOfSubnets } from './shared/subnet-placement';

export const eksNodegroup = defineResource({
  type: 'AWS::EKS::Nodegroup',
  label: 'EKS node group',
  sdk: eks,
  reads: ['eks:DescribeNodegroup', 'eks:ListClusters', 'eks:ListNodegroups'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) => {
    const { clusterName, nodegroupName } = nodegroup(id);
    const clusters = clusterName ? [clusterName] : await aws.list('ListClusters', {}, (page) => page.clusters);
    const holding: string[] = [];
    if (clusterName) holding.push(clusterName);
    // A bare name says nothing of the cluster, so every cluster of the region is asked.
    else {
      for (const name of clusters) {
        const groups = await aws.list('ListNodegroups', { clusterName: name }, (page) => page.nodegroups);
        if (groups.includes(nodegroupName)) holding.push(name);
      }
    }
    if (holding.length > 1) {
      throw wrongArgument(
        `A node group ${nodegroupName} is in ${holding.length} clusters: ${holding.join(', ')}.`,
        'Let the outputs file hold the ARN of the node group.',
      );
    }
    const [only] = holding;
    if (only === undefined) return undefined;
    return told((await aws.call('DescribeNodegroup', { clusterName: only, nodegroupName })).nodegroup, 'nodegroup');
  },
  facets: {
    identity: {
      fields: 'nodegroup.{nodegroupArn, nodegroupName}',
      read: (group) => ({
        arn: told(group.nodegroupArn, 'nodegroup.nodegroupArn'),
        id: told(group.nodegroupName, 'nodegroup.nodegroupName'),
      }),
    },
    lifecycle: {
      fields: 'nodegroup.{status, health}',
      read: (group) => {
        const state = told(group.status, 'nodegroup.status');
        const issues = group.health?.issues?.map(({ code, message }) => `${code}: ${message}`);
        return {
          state,
          available: state === 'ACTIVE' || state === 'UPDATING',
          reason: issues?.join('; ') || undefined,
        };
      },
    },
    tags: {
      fields: 'nodegroup.tags',
      // EKS leaves the map out for a node group without tags.
      read: (group) => {
        told(group.nodegroupArn, 'nodegroup.nodegroupArn');
        return group.tags ?? {};
      },
    },
    engine: {
      fields: 'nodegroup.{version, releaseVersion}',
      read: (group) => ({
        name: 'kubernetes',
        version: told(group.version, 'nodegroup.version'),
        alsoKnownAs: group.releaseVersion ? [group.releaseVersion] : [],
      }),
    },
    nodes: {
      fields: 'nodegroup.{instanceTypes, scalingConfig.desiredSize}',
      read: (group) => ({
        // The types of a node group with a launch template may stand in the template alone.
        types: told(group.instanceTypes, 'nodegroup.instanceTypes'),
        count: told(group.scalingConfig?.desiredSize, 'nodegroup.scalingConfig.desiredSize'),
      }),
    },
    scalingBounds: {
      fields: 'nodegroup.scalingConfig.{minSize, maxSize, desiredSize}',
      read: (group) => {
        const sizes = told(group.scalingConfig, 'nodegroup.scalingConfig');
        return { minimum: sizes.minSize, maximum: sizes.maxSize, desired: sizes.desiredSize, unit: 'nodes' };
      },
    },
    storage: {
      fields: 'nodegroup.diskSize',
      read: (group) => ({ sizeInGibibytes: told(group.diskSize, 'nodegroup.diskSize') }),
    },
    networkPlacement: {
      fields: 'nodegroup.{subnets, remoteAccess, launchTemplate}, cluster.resourcesVpcConfig.clusterSecurityGroupId',
      reads: ['eks:DescribeCluster', 'ec2:DescribeSubnets'],
      read: async (group, aws) => {
        const subnetIds = told(group.subnets, 'nodegroup.subnets');
        if (group.launchTemplate) {
          throw notApplicable(
            `The launch template of ${group.nodegroupName} settles its security groups.`,
            'Ask the launch template.',
          );
        }
        const { cluster } = await aws.call('DescribeCluster', {
          name: told(group.clusterName, 'nodegroup.clusterName'),
        });
        const own = told(cluster?.resourcesVpcConfig?.clusterSecurityGroupId, 'clusterSecurityGroupId');
        const remote = group.resources?.remoteAccessSecurityGroup;
        return subnetPlacement({ subnetIds, securityGroupIds: remote ? [own, remote] : [own] }, aws);
      },
    },
    zones: {
      fields: 'AvailabilityZone of nodegroup.subnets',
      reads: ['ec2:DescribeSubnets'],
      read: async (group, aws) => ({ zones: await zonesOfSubnets(told(group.subnets, 'nodegroup.subnets'), aws) }),
    },
    launchType: {
      fields: 'nodegroup.capacityType',
      read: (group) => ({ types: [told(group.capacityType, 'nodegroup.capacityType')] }),
    },
  },
});

/** `nodegroup/cluster/name/uuid` in an ARN, `cluster/name` in CloudFormation, `cluster:name` in Terraform. */
function nodegroup(id: string): { clusterName?: string; nodegroupName: string } {
  const parts = resourcePart(id)
    .replace(/^nodegroup\//, '')
    .split(/[/:|]/);
  const [first = id, second] = parts;
  return second === undefined ? { nodegroupName: first } : { clusterName: first, nodegroupName: second };
}
