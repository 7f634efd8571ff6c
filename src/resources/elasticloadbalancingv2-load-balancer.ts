import type { Listener, LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2';
import { elasticLoadBalancingV2, wafv2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told, wrongArgument } from '../engine/unjudged';
import type { TransitEncryption } from '../facets';
import type { AwsOf } from './shared/aws-of';
import {
  actionFields,
  actionReads,
  balancerListener,
  listenerActions,
  listenerFields,
  listenerReads,
  listenersOf,
} from './shared/balancer-listeners';
import { attributeMap, attributeNumber, attributeSwitch } from './shared/balancing-attributes';
import { balancingTags } from './shared/balancing-tags';
import { leadsToHttps, plainHttp } from './shared/listener-plain-http';
import { isSecure, minimumTls } from './shared/listener-tls';

const attributeReads = ['elasticloadbalancing:DescribeLoadBalancerAttributes'];
const listing = 'elasticloadbalancing:DescribeListeners';

export const elasticloadbalancingv2LoadBalancer = defineResource({
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  label: 'load balancer',
  sdk: elasticLoadBalancingV2,
  reads: ['elasticloadbalancing:DescribeLoadBalancers'],
  // There is no search by DNS name, and a list of names fails as a whole, so all are listed: a region has few of them,
  // and the run reads the list once.
  facts: async (aws, { id, identifier }) => {
    if (identifier === 'canonical-hosted-zone-id') {
      throw wrongArgument(
        `${id} is the hosted zone that all load balancers of the region share`,
        'Ask an output with its ARN, its name or its DNS name.',
      );
    }
    return (await aws.list('DescribeLoadBalancers', {}, (page) => page.LoadBalancers)).find((each) =>
      isNamed(each, id),
    );
  },
  config: {
    reads: attributeReads,
    read: async (balancer, aws) => ({ ...balancer, LoadBalancerAttributes: await attributesOf(aws, balancer) }),
  },
  facets: {
    identity: {
      fields: 'LoadBalancerArn, LoadBalancerName',
      read: (balancer) => {
        const arn = arnOf(balancer);
        return { arn, id: arn, name: told(balancer.LoadBalancerName, 'LoadBalancerName') };
      },
    },
    lifecycle: {
      fields: 'State.Code, State.Reason',
      read: ({ State }) => {
        const state = told(State?.Code, 'State.Code');
        // An impaired balancer serves; it lacks the addresses to grow.
        const available = state === 'active' || state === 'active_impaired';
        return { state, available, reason: State?.Reason || undefined };
      },
    },
    tags: {
      fields: 'TagDescriptions[].Tags',
      reads: ['elasticloadbalancing:DescribeTags'],
      read: (balancer, aws) => balancingTags(aws, arnOf(balancer)),
    },
    balancer: {
      fields: 'Type, Scheme, IpAddressType',
      read: (balancer) => ({
        type: told(balancer.Type, 'Type'),
        ...(balancer.Scheme && { scheme: balancer.Scheme }),
        ipAddressType: told(balancer.IpAddressType, 'IpAddressType'),
      }),
    },
    zones: { fields: 'AvailabilityZones[].ZoneName', read: (balancer) => ({ zones: zonesOf(balancer) }) },
    availability: {
      fields: 'AvailabilityZones[].ZoneName',
      read: (balancer) => {
        const zones = zonesOf(balancer);
        return { multiAz: zones.length > 1, detail: `nodes in ${zones.join(', ') || 'no zone'}` };
      },
    },
    networkPlacement: {
      fields: 'VpcId, AvailabilityZones[].SubnetId, SecurityGroups',
      read: ({ VpcId, AvailabilityZones, SecurityGroups = [] }) => ({
        vpcId: told(VpcId, 'VpcId'),
        subnetIds: told(AvailabilityZones, 'AvailabilityZones').map(({ SubnetId }) =>
          told(SubnetId, 'AvailabilityZones[].SubnetId'),
        ),
        securityGroupIds: [...SecurityGroups],
      }),
    },
    publicAccess: {
      fields: 'Scheme',
      read: ({ Scheme, Type }) => {
        if (!Scheme && Type === 'gateway') return { public: false, because: 'a gateway load balancer has no scheme' };
        const scheme = told(Scheme, 'Scheme');
        return { public: scheme === 'internet-facing', because: `Scheme is ${scheme}` };
      },
    },
    serviceEndpoint: { fields: 'DNSName', read: (balancer) => ({ address: told(balancer.DNSName, 'DNSName') }) },
    deletionProtection: {
      fields: 'deletion_protection.enabled',
      reads: attributeReads,
      read: async (balancer, aws) => ({
        enabled: told(
          attributeSwitch(await attributesOf(aws, balancer), 'deletion_protection.enabled'),
          'deletion_protection.enabled',
        ),
      }),
    },
    accessLogging: {
      fields: 'access_logs.s3.enabled, access_logs.s3.bucket, access_logs.s3.prefix',
      reads: attributeReads,
      read: async (balancer, aws) => {
        const attributes = await attributesOf(aws, balancer);
        const enabled = attributeSwitch(attributes, 'access_logs.s3.enabled');
        if (enabled === undefined && balancer.Type === 'gateway') {
          throw notApplicable(
            'A gateway load balancer writes no access logs; flow logs of its subnets show its traffic.',
          );
        }
        return {
          enabled: told(enabled, 'access_logs.s3.enabled'),
          destination: attributes['access_logs.s3.bucket'] || undefined,
          prefix: attributes['access_logs.s3.prefix'] || undefined,
        };
      },
    },
    requestHandling: {
      fields:
        'load_balancing.cross_zone.enabled, routing.http.drop_invalid_header_fields.enabled, idle_timeout.timeout_seconds, routing.http2.enabled',
      reads: attributeReads,
      read: async (balancer, aws) => {
        const attributes = await attributesOf(aws, balancer);
        return {
          crossZone: attributeSwitch(attributes, 'load_balancing.cross_zone.enabled'),
          dropInvalidHeaders: attributeSwitch(attributes, 'routing.http.drop_invalid_header_fields.enabled'),
          idleTimeoutInSeconds: attributeNumber(attributes, 'idle_timeout.timeout_seconds'),
          http2: attributeSwitch(attributes, 'routing.http2.enabled'),
        };
      },
    },
    listeners: {
      fields: listenerFields,
      reads: [listing, ...listenerReads],
      read: async (balancer, aws) => {
        const listeners = await listenersOf(aws, arnOf(balancer));
        return { listeners: await Promise.all(listeners.map((listener) => balancerListener(aws, listener))) };
      },
    },
    listenerActions: {
      fields: actionFields,
      reads: [listing, ...actionReads],
      read: async (balancer, aws) => {
        const listeners = await listenersOf(aws, arnOf(balancer));
        return { actions: (await Promise.all(listeners.map((listener) => listenerActions(aws, listener)))).flat() };
      },
    },
    transitEncryption: {
      fields: 'Listeners[].Protocol, and for the others whether all their actions redirect to HTTPS',
      reads: [listing, ...actionReads],
      read: async (balancer, aws) => transitEncryption(aws, await listenersOf(aws, arnOf(balancer))),
    },
    plainHttp: {
      fields: 'Actions[].RedirectConfig of the listeners for HTTP',
      reads: [listing, ...actionReads],
      read: async (balancer, aws) => plainHttp(aws, await listenersOf(aws, arnOf(balancer))),
    },
    minimumTls: {
      fields: 'Listeners[].SslPolicy, SslPolicies[].SslProtocols',
      reads: [listing, 'elasticloadbalancing:DescribeSSLPolicies'],
      read: async (balancer, aws) => minimumTls(aws, await listenersOf(aws, arnOf(balancer))),
    },
    attachedWebAcl: {
      fields: 'WebACL.ARN',
      reads: ['wafv2:GetWebACLForResource'],
      read: async (balancer, aws) => {
        if (balancer.Type !== 'application') {
          throw notApplicable(
            `A web ACL can stand before an application load balancer; this is a ${balancer.Type} one.`,
          );
        }
        const answer = await aws
          .through(wafv2)
          .callOrAbsent(['WAFNonexistentItemException'], 'GetWebACLForResource', { ResourceArn: arnOf(balancer) });
        return { arn: answer?.WebACL?.ARN };
      },
    },
    webAddress: {
      fields: 'DNSName, Listeners[].{Protocol, Port}',
      reads: [listing],
      read: async (balancer, aws) => ({ address: await addressOf(aws, balancer) }),
    },
  },
  acts: {
    request: {
      calls: ['http:Request'],
      perform: async (balancer, aws, request) => aws.request(await addressOf(aws, balancer), request),
    },
  },
});

async function transitEncryption(
  aws: AwsOf<typeof elasticLoadBalancingV2>,
  listeners: readonly Listener[],
): Promise<TransitEncryption> {
  if (listeners.length === 0) throw notApplicable('It has no listener, so nothing is sent to it.');
  const plain = listeners.filter((listener) => !isSecure(listener));
  const actions = (await Promise.all(plain.map((listener) => listenerActions(aws, listener)))).flat();
  const serving = actions.filter((action) => !leadsToHttps(action));
  const ports = listeners.map(({ Protocol, Port }) => `${Protocol}:${Port}`).join(', ');
  const open = [...new Set(serving.map(({ of }) => of))].join(', ');
  return {
    enforced: serving.length === 0,
    offered: listeners.some(isSecure),
    detail: `listeners ${ports}${open ? `; in the clear: ${open}` : plain.length > 0 ? '; the plain ones redirect to HTTPS' : ''}`,
  };
}

/** Where it listens for requests, by preference for encrypted ones. */
async function addressOf(aws: AwsOf<typeof elasticLoadBalancingV2>, balancer: LoadBalancer): Promise<string> {
  const listeners = await listenersOf(aws, arnOf(balancer));
  const listener =
    listeners.find(({ Protocol }) => Protocol === 'HTTPS') ?? listeners.find(({ Protocol }) => Protocol === 'HTTP');
  if (!listener) throw notApplicable('It has no listener for HTTP or HTTPS, so it takes no HTTP requests.');
  const { Protocol, Port } = listener;
  return `${Protocol?.toLowerCase()}://${told(balancer.DNSName, 'DNSName')}:${told(Port, 'Listeners[].Port')}`;
}

/** By ARN, by name, by DNS name (in any case, with `dualstack.` before it) or by a URL. */
function isNamed({ LoadBalancerArn, LoadBalancerName, DNSName }: LoadBalancer, id: string): boolean {
  if (id === LoadBalancerArn || id === LoadBalancerName) return true;
  if (id.includes('/') && !id.includes('://') && LoadBalancerArn?.endsWith(`:loadbalancer/${id}`)) return true;
  const host = /^(?:[a-z]+:\/\/)?(?:dualstack\.)?([^:/]+)/i.exec(id)?.[1]?.toLowerCase();
  return DNSName !== undefined && host === DNSName.toLowerCase();
}

function arnOf({ LoadBalancerArn }: LoadBalancer): string {
  return told(LoadBalancerArn, 'LoadBalancerArn');
}

function zonesOf({ AvailabilityZones }: LoadBalancer): string[] {
  const zones = told(AvailabilityZones, 'AvailabilityZones').map(({ ZoneName }) => told(ZoneName, 'ZoneName'));
  return [...new Set(zones)].sort();
}

async function attributesOf(
  aws: AwsOf<typeof elasticLoadBalancingV2>,
  balancer: LoadBalancer,
): Promise<Record<string, string>> {
  const answer = await aws.call('DescribeLoadBalancerAttributes', { LoadBalancerArn: arnOf(balancer) });
  return attributeMap(told(answer.Attributes, 'Attributes'));
}
