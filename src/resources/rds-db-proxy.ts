import type { DBProxyTarget } from '@aws-sdk/client-rds';
import { rds } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { rdsTags } from './shared/rds-tags';
import { zonesOfSubnets } from './shared/subnet-placement';

export const rdsDbProxy = defineResource({
  type: 'AWS::RDS::DBProxy',
  label: 'RDS DB proxy',
  sdk: rds,
  reads: ['rds:DescribeDBProxies'],
  notFound: ['DBProxyNotFoundFault', 'DBProxyNotFound'],
  // The ARN holds an id of its own (prx-...) that the API does not take, so a proxy that is not named is looked for.
  facts: async (aws, { id, value }) => {
    const host = value.toLowerCase().replace(/:\d+$/, '');
    const byName = !/^arn:|^prx-/.test(id);
    const all = await aws.list('DescribeDBProxies', byName ? { DBProxyName: id } : {}, (page) => page.DBProxies);
    return all.find((proxy) => {
      const { DBProxyName: name, DBProxyArn: arn, Endpoint } = proxy;
      return name?.toLowerCase() === id.toLowerCase() || arn === value || arn?.endsWith(`:${id}`) || Endpoint === host;
    });
  },
  facets: {
    identity: {
      fields: 'DBProxyArn, DBProxyName',
      read: (proxy) => ({
        arn: told(proxy.DBProxyArn, 'DBProxyArn'),
        id: told(proxy.DBProxyName, 'DBProxyName'),
      }),
    },
    lifecycle: {
      fields: 'Status',
      read: (proxy) => {
        const state = told(proxy.Status, 'Status');
        return { state, available: state === 'available' };
      },
    },
    tags: {
      fields: 'TagList',
      reads: ['rds:ListTagsForResource'],
      read: (proxy, aws) => rdsTags(told(proxy.DBProxyArn, 'DBProxyArn'), aws),
    },
    networkPlacement: {
      fields: 'VpcId, VpcSubnetIds, VpcSecurityGroupIds',
      read: (proxy) => ({
        vpcId: told(proxy.VpcId, 'VpcId'),
        subnetIds: told(proxy.VpcSubnetIds, 'VpcSubnetIds'),
        securityGroupIds: told(proxy.VpcSecurityGroupIds, 'VpcSecurityGroupIds'),
      }),
    },
    zones: {
      fields: 'AvailabilityZone of VpcSubnetIds',
      reads: ['ec2:DescribeSubnets'],
      read: async (proxy, aws) => ({ zones: await zonesOfSubnets(told(proxy.VpcSubnetIds, 'VpcSubnetIds'), aws) }),
    },
    serviceEndpoint: {
      fields: 'Endpoint',
      // A proxy listens on the port of its engine and does not tell it.
      read: (proxy) => ({ address: told(proxy.Endpoint, 'Endpoint') }),
    },
    transitEncryption: {
      fields: 'RequireTLS',
      read: (proxy) => {
        const enforced = told(proxy.RequireTLS, 'RequireTLS');
        return { enforced, offered: true, detail: `RequireTLS is ${enforced}` };
      },
    },
    iamAuthentication: {
      fields: 'Auth[].IAMAuth, DefaultAuthScheme',
      read: (proxy) => {
        const modes = told(proxy.Auth, 'Auth').map(({ IAMAuth }) => told(IAMAuth, 'Auth[].IAMAuth'));
        const byDefault = proxy.DefaultAuthScheme === 'IAM_AUTH';
        return {
          enabled: byDefault || (modes.length > 0 && modes.every((mode) => mode !== 'DISABLED')),
          detail: byDefault ? 'DefaultAuthScheme is IAM_AUTH' : `IAMAuth is ${modes.join(', ') || 'not set'}`,
        };
      },
    },
    proxyTargets: {
      fields: 'Targets[].{RdsResourceId, TrackedClusterId, TargetHealth}',
      reads: ['rds:DescribeDBProxyTargets'],
      read: async (proxy, aws) => {
        const DBProxyName = told(proxy.DBProxyName, 'DBProxyName');
        return {
          targets: (await aws.list('DescribeDBProxyTargets', { DBProxyName }, (page) => page.Targets)).map(target),
        };
      },
    },
  },
});

function target({ RdsResourceId, TrackedClusterId, Type, TargetHealth }: DBProxyTarget) {
  return {
    id: told(RdsResourceId ?? TrackedClusterId, 'Targets[].RdsResourceId'),
    // AWS gives no health for the cluster itself, only for its instances.
    state: TargetHealth?.State ?? (Type === 'TRACKED_CLUSTER' ? 'TRACKED' : 'UNKNOWN'),
    reason: TargetHealth?.Description ?? TargetHealth?.Reason,
  };
}
