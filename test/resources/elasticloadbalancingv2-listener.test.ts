import {
  DescribeListenerCertificatesCommand,
  DescribeListenersCommand,
  DescribeRulesCommand,
  DescribeSSLPoliciesCommand,
  DescribeTagsCommand,
  ElasticLoadBalancingV2Client,
  type Listener,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mockClient } from 'aws-sdk-client-mock';
import { elasticloadbalancingv2Listener } from '../../src/resources/elasticloadbalancingv2-listener';
import { asking } from './answers';
import { refusal } from './refusal';

const elb = mockClient(ElasticLoadBalancingV2Client);
const { ask, exists } = asking('AWS::ElasticLoadBalancingV2::Listener', [elasticloadbalancingv2Listener]);

const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
const arn = `${prefix}:listener/app/web/1/2`;
const network = `${prefix}:listener/net/web/1/2`;
const targetGroup = `${prefix}:targetgroup/web/2`;

const plain: Listener = {
  ListenerArn: arn,
  LoadBalancerArn: `${prefix}:loadbalancer/app/web/1`,
  Protocol: 'HTTP',
  Port: 80,
  DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup }],
};

beforeEach(() => elb.reset());

test('a plain listener answers', async () => {
  elb.on(DescribeListenersCommand, { ListenerArns: [arn] }).resolves({ Listeners: [plain] });
  elb.on(DescribeRulesCommand).resolves({ Rules: [] });
  elb.on(DescribeTagsCommand).resolves({ TagDescriptions: [{ ResourceArn: arn, Tags: [] }] });
  expect(await ask(arn, 'identity')).toEqual({ arn, id: arn });
  expect(await ask(arn, 'lifecycle')).toEqual({ available: true });
  expect(await ask(arn, 'tags')).toEqual({});
  expect(await ask(arn, 'listeners')).toEqual({ listeners: [{ arn, protocol: 'HTTP', port: 80, certificates: [] }] });
  expect(await ask(arn, 'listenerActions')).toMatchObject({ actions: [{ targetGroups: [{ arn: targetGroup }] }] });
  expect(await ask(arn, 'transitEncryption')).toEqual({ enforced: false, offered: false, detail: 'Protocol HTTP' });
  expect(await ask(arn, 'plainHttp')).toEqual({ behaviours: [{ path: 'HTTP:80 by default', answer: 'serves' }] });
  expect(await ask(arn, 'attachments')).toMatchObject({ attachments: [{ to: plain.LoadBalancerArn }] });
  expect(elb.commandCalls(DescribeListenerCertificatesCommand)).toHaveLength(0);
});

test('a listener of a network load balancer has no rules to ask for', async () => {
  const listener: Listener = {
    ...plain,
    ListenerArn: network,
    Protocol: 'TLS',
    Port: 443,
    SslPolicy: 'ELBSecurityPolicy-2016-08',
    Certificates: [{ CertificateArn: 'arn:certificate/1' }],
  };
  elb.on(DescribeListenersCommand, { ListenerArns: [network] }).resolves({ Listeners: [listener] });
  elb.on(DescribeListenerCertificatesCommand).resolves({ Certificates: [] });
  elb
    .on(DescribeSSLPoliciesCommand)
    .resolves({ SslPolicies: [{ Name: 'ELBSecurityPolicy-2016-08', SslProtocols: ['TLSv1', 'TLSv1.1', 'TLSv1.2'] }] });
  expect(await ask(network, 'listenerActions')).toMatchObject({ actions: [{ of: 'TLS:443 by default' }] });
  expect(await ask(network, 'listeners')).toMatchObject({ listeners: [{ certificates: ['arn:certificate/1'] }] });
  expect(await ask(network, 'transitEncryption')).toMatchObject({ enforced: true });
  expect(await ask(network, 'minimumTls')).toEqual({ version: '1.0', policy: 'ELBSecurityPolicy-2016-08' });
  expect(elb.commandCalls(DescribeRulesCommand)).toHaveLength(0);
});

test('a listener without its actions cannot be judged', async () => {
  elb.on(DescribeListenersCommand).resolves({ Listeners: [{ ...plain, DefaultActions: undefined }] });
  await expect(ask(arn, 'listenerActions')).rejects.toThrow('without the field DefaultActions');
});

test('a listener that AWS does not know does not exist', async () => {
  elb.on(DescribeListenersCommand).rejects(refusal('ListenerNotFound'));
  expect(await exists(arn)).toBe(false);
});
