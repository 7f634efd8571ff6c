import { elasticLoadBalancingV2 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import {
  actionFields,
  actionReads,
  balancerListener,
  listenerActions,
  listenerFields,
  listenerReads,
} from './shared/balancer-listeners';
import { balancingTags } from './shared/balancing-tags';
import { plainHttp } from './shared/listener-plain-http';
import { isSecure, minimumTls } from './shared/listener-tls';

export const elasticloadbalancingv2Listener = defineResource({
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  label: 'listener',
  sdk: elasticLoadBalancingV2,
  reads: ['elasticloadbalancing:DescribeListeners'],
  notFound: ['ListenerNotFound', 'ListenerNotFoundException'],
  // One ARN a call: a list fails as a whole when one listener is missing.
  facts: async (aws, { id }) =>
    (await aws.list('DescribeListeners', { ListenerArns: [id] }, (page) => page.Listeners)).find(
      ({ ListenerArn }) => ListenerArn === id,
    ),
  facets: {
    identity: {
      fields: 'ListenerArn',
      read: (listener) => {
        const arn = told(listener.ListenerArn, 'ListenerArn');
        return { arn, id: arn };
      },
    },
    lifecycle: { fields: 'ListenerArn', read: () => ({ available: true }) },
    tags: {
      fields: 'TagDescriptions[].Tags',
      reads: ['elasticloadbalancing:DescribeTags'],
      read: (listener, aws) => balancingTags(aws, told(listener.ListenerArn, 'ListenerArn')),
    },
    listeners: {
      fields: listenerFields,
      reads: listenerReads,
      read: async (listener, aws) => ({ listeners: [await balancerListener(aws, listener)] }),
    },
    listenerActions: {
      fields: actionFields,
      reads: actionReads,
      read: async (listener, aws) => ({ actions: await listenerActions(aws, listener) }),
    },
    transitEncryption: {
      fields: 'Protocol, SslPolicy',
      read: (listener) => {
        const secure = isSecure(listener);
        const detail = `Protocol ${told(listener.Protocol, 'Protocol')}${secure ? ` with ${listener.SslPolicy}` : ''}`;
        return { enforced: secure, offered: secure, detail };
      },
    },
    plainHttp: {
      fields: 'Actions[].RedirectConfig',
      reads: actionReads,
      read: (listener, aws) => plainHttp(aws, [listener]),
    },
    minimumTls: {
      fields: 'SslPolicy, SslPolicies[].SslProtocols',
      reads: ['elasticloadbalancing:DescribeSSLPolicies'],
      read: (listener, aws) => minimumTls(aws, [listener]),
    },
    attachments: {
      fields: 'LoadBalancerArn',
      read: ({ LoadBalancerArn }) => ({
        attachments: [{ to: told(LoadBalancerArn, 'LoadBalancerArn'), state: 'attached', ready: true }],
      }),
    },
  },
});
