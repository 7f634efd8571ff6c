import type { Action, Listener, Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { elasticLoadBalancingV2 } from '../../aws/sdk';
import { told } from '../../engine/unjudged';
import type { BalancerListener, ListenerAction } from '../../facets';
import type { AwsOf } from './aws-of';
import { isSecure } from './listener-tls';

type LoadBalancing = AwsOf<typeof elasticLoadBalancingV2>;

export const listenerFields = 'Listeners[].Port, Listeners[].Protocol, Listeners[].SslPolicy, Listeners[].Certificates';

/** IAM actions that {@link balancerListener} needs. */
export const listenerReads = ['elasticloadbalancing:DescribeListenerCertificates'];

/** Every listener of a load balancer. */
export function listenersOf(aws: LoadBalancing, LoadBalancerArn: string): Promise<Listener[]> {
  return aws.list('DescribeListeners', { LoadBalancerArn }, (page) => page.Listeners);
}

/** One listener with all its certificates: the answer to DescribeListeners holds the default one alone. */
export async function balancerListener(aws: LoadBalancing, listener: Listener): Promise<BalancerListener> {
  const arn = told(listener.ListenerArn, 'ListenerArn');
  const more = isSecure(listener)
    ? await aws.list('DescribeListenerCertificates', { ListenerArn: arn }, (page) => page.Certificates)
    : [];
  const certificates = [...(listener.Certificates ?? []), ...more].map(({ CertificateArn }) => CertificateArn);
  return {
    arn,
    ...protocolAndPort(listener),
    ...(listener.SslPolicy && { sslPolicy: listener.SslPolicy }),
    certificates: [...new Set(certificates.filter((each) => each !== undefined))],
  };
}

/** The listener of a gateway load balancer has neither: it takes everything. */
function protocolAndPort({ Protocol, Port, ListenerArn }: Listener): { protocol: string; port: number } {
  if (ListenerArn?.includes(':listener/gwy/')) return { protocol: Protocol ?? 'GENEVE', port: Port ?? 6081 };
  return { protocol: told(Protocol, 'Listeners[].Protocol'), port: told(Port, 'Listeners[].Port') };
}

export const actionFields = 'Listeners[].DefaultActions, Rules[].Actions';

/** IAM actions that {@link listenerActions} needs. */
export const actionReads = ['elasticloadbalancing:DescribeRules'];

/** What a listener does with requests. Only those of Application Load Balancers have rules beside their default. */
export async function listenerActions(aws: LoadBalancing, listener: Listener): Promise<ListenerAction[]> {
  const { protocol, port } = protocolAndPort(listener);
  const name = `${protocol}:${port}`;
  const about = (of: string, byDefault: boolean) => ({ of: `${name} ${of}`, port, protocol, byDefault });
  const byDefault = told(listener.DefaultActions, 'DefaultActions').map((action) => ({
    ...about('by default', true),
    ...listenerAction(action),
  }));
  const rules = (await rulesOf(aws, told(listener.ListenerArn, 'ListenerArn'))).filter(({ IsDefault }) => !IsDefault);
  const byRule = rules.flatMap(({ Priority, Actions }) =>
    told(Actions, 'Rules[].Actions').map((action) => ({
      ...about(`rule ${told(Priority, 'Rules[].Priority')}`, false),
      ...listenerAction(action),
    })),
  );
  return [...byDefault, ...byRule];
}

async function rulesOf(aws: LoadBalancing, ListenerArn: string): Promise<Rule[]> {
  if (!ListenerArn.includes(':listener/app/')) return [];
  return aws.list('DescribeRules', { ListenerArn }, (page) => page.Rules);
}

function listenerAction(action: Action): Pick<ListenerAction, 'type' | 'targetGroups' | 'redirect' | 'statusCode'> {
  const type = told(action.Type, 'Actions[].Type');
  const { RedirectConfig: redirect, FixedResponseConfig: fixed } = action;
  return {
    type,
    targetGroups: type === 'forward' ? targetGroups(action) : [],
    ...(redirect && {
      redirect: {
        protocol: redirect.Protocol ?? '#{protocol}',
        port: redirect.Port ?? '#{port}',
        host: redirect.Host ?? '#{host}',
        path: redirect.Path ?? '/#{path}',
        statusCode: told(redirect.StatusCode, 'RedirectConfig.StatusCode'),
      },
    }),
    ...(fixed && { statusCode: told(fixed.StatusCode, 'FixedResponseConfig.StatusCode') }),
  };
}

function targetGroups({ TargetGroupArn, ForwardConfig }: Action): ListenerAction['targetGroups'] {
  const weighted = (ForwardConfig?.TargetGroups ?? []).map((group) => ({
    arn: told(group.TargetGroupArn, 'ForwardConfig.TargetGroups[].TargetGroupArn'),
    ...(group.Weight !== undefined && { weight: group.Weight }),
  }));
  return weighted.length > 0 ? weighted : [{ arn: told(TargetGroupArn, 'Actions[].TargetGroupArn') }];
}
