import { ARN_TYPES, type IdInArn } from './arn-types';
import { notAResource, type Recognition, undecided } from './recognition';
import { typeOfPrefix } from './resource-id';

export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

const ARN = /^arn:([a-z][a-z0-9-]{0,30}):([a-z][a-z0-9-]{0,40}):([a-z0-9-]{0,30}):([^:\s]{0,40}):(\S{1,2000})$/;

/** The parts of an ARN; the resource part is kept whole. */
export function parseArn(value: string): Arn | undefined {
  const match = ARN.exec(value);
  if (match === null) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

/** Type and id of an ARN. An ARN of something that no template makes (a session, an execution) is not a resource. */
export function recogniseArn(value: string): Recognition | undefined {
  const arn = parseArn(value);
  if (arn === undefined) return undefined;
  const where = {
    ...(arn.region === '' ? {} : { region: arn.region }),
    ...(/^\d{12}$/.test(arn.account) ? { account: arn.account } : {}),
    partition: arn.partition,
  };
  if (isTransient(arn)) return { ...notAResource('arn', value), ...where };
  const found = resourceOf(arn, value);
  if (found === undefined) return { ...undecided(value), identifier: 'arn', ...where };
  return { type: found.type, identifier: found.identifier ?? 'arn', id: found.id, ...where, decidedBy: 'value' };
}

interface Found {
  type: string;
  id: string;
  identifier?: string;
}

function resourceOf(arn: Arn, value: string): Found | undefined {
  const special = pick(SPECIAL, arn.service)?.(arn, value);
  if (special !== undefined) return special;
  const kinds = Object.hasOwn(ARN_TYPES, arn.service) ? ARN_TYPES[arn.service] : undefined;
  if (kinds === undefined) return undefined;
  const parts = arn.resource.split(/[/:]/).filter((part) => part !== '');
  const [kind = '', first = '', second = ''] = parts;
  const rest = arn.resource.replace(/^\//, '').slice(kind.length + 1);
  const found = pick(kinds, `${kind}/${second}`) ?? pick(kinds, `${kind}/${first}`) ?? pick(kinds, kind);
  if (found !== undefined && first !== '') return { type: found[0], id: idIn(found[1], value, rest) };
  const whole = pick(kinds, '*');
  return whole && { type: whole[0], id: idIn(whole[1], value, arn.resource) };
}

function pick<Row>(table: Record<string, Row>, key: string): Row | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function idIn(where: IdInArn, arn: string, rest: string): string {
  const parts = rest.split(/[/:]/).filter((part) => part !== '');
  if (where === 'arn') return arn;
  if (where === 'rest') return rest;
  return (where === 'first' ? parts[0] : parts.at(-1)) ?? rest;
}

/** Sessions, executions, tasks and log streams come and go without a deployment. */
function isTransient({ service, resource }: Arn): boolean {
  if (service === 'sts') return true;
  if (service === 'iam') return resource === 'root';
  if (service === 'states') return /^(?:execution|express|mapRun):/.test(resource);
  if (service === 'ecs') return /^(?:task|container-instance)\//.test(resource);
  if (service === 'codebuild') return /^build\//.test(resource);
  return false;
}

type Special = (arn: Arn, value: string) => Found | undefined;

/** Services whose ARNs say more than a kind and an id. */
const SPECIAL: Record<string, Special> = {
  ec2: ({ resource }) => {
    const id = resource.slice(resource.lastIndexOf('/') + 1);
    const type = pick(EC2_KINDS, resource.slice(0, resource.indexOf('/'))) ?? typeOfPrefix(id);
    return type === undefined ? undefined : { type, id };
  },
  lambda: ({ resource }, value) =>
    /^layer:[^:]+:\d+$/.test(resource) ? { type: 'AWS::Lambda::LayerVersion', id: value } : undefined,
  dynamodb: ({ resource }) => {
    const [, table, part] = resource.split('/');
    if (table === undefined || part !== 'stream') return undefined;
    return { type: 'AWS::DynamoDB::Table', id: table, identifier: 'stream-arn' };
  },
  logs: ({ resource }, value) => {
    const group = /^log-group:([^:]+)(:log-stream:[^*].*)?/.exec(resource);
    if (group === null) return undefined;
    if (group[2] !== undefined) return { type: 'AWS::Logs::LogStream', id: value };
    return { type: 'AWS::Logs::LogGroup', id: group[1] ?? '' };
  },
  sns: ({ resource }, value) => ({
    type: resource.includes(':') ? 'AWS::SNS::Subscription' : 'AWS::SNS::Topic',
    id: value,
  }),
  sqs: ({ partition, region, account, resource }) => ({
    type: 'AWS::SQS::Queue',
    id: /^\d{12}$/.test(account)
      ? `https://sqs.${region}.${partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'}/${account}/${resource}`
      : resource,
  }),
  ssm: ({ resource }) => {
    const name = /^parameter\/(.+)$/.exec(resource)?.[1];
    if (name === undefined) return undefined;
    return { type: 'AWS::SSM::Parameter', id: name.includes('/') ? `/${name}` : name };
  },
  autoscaling: ({ resource }, value) =>
    /^scalingPolicy:[^:]+:resource\//.test(resource)
      ? { type: 'AWS::ApplicationAutoScaling::ScalingPolicy', id: value }
      : undefined,
  wafv2: ({ resource }, value) => {
    const kind = resource.split('/')[1] ?? '';
    const type = pick(ARN_TYPES.wafv2 ?? {}, kind)?.[0];
    return type === undefined ? undefined : { type, id: value };
  },
};

/** Kinds of EC2 resources whose name in an ARN and id prefix do not lead to the same type. */
const EC2_KINDS: Record<string, string> = {
  'key-pair': 'AWS::EC2::KeyPair',
  'placement-group': 'AWS::EC2::PlacementGroup',
  'elastic-ip': 'AWS::EC2::EIP',
  'dedicated-host': 'AWS::EC2::Host',
  'security-group-rule': 'AWS::EC2::SecurityGroupIngress',
};
