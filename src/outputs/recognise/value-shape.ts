import { notAResource, type Recognition } from './recognition';
import { isRegion } from './web-address';

/** Ids and names with a form of their own, whatever the key says. */
const SHAPES: readonly { pattern: RegExp; type: string; identifier: string; group?: number }[] = [
  { pattern: /^[a-z]{2}(?:-[a-z]{2,9}){1,3}-\d_[A-Za-z0-9]{5,55}$/, type: 'AWS::Cognito::UserPool', identifier: 'id' },
  {
    pattern: /^[a-z]{2}(?:-[a-z]{2,9}){1,3}-\d:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    type: 'AWS::Cognito::IdentityPool',
    identifier: 'id',
  },
  {
    pattern: /^(?:\/hostedzone\/(?=[A-Z])|(?=Z))((?=[A-Z]*\d)[A-Z0-9]{10,32})$/,
    type: 'AWS::Route53::HostedZone',
    identifier: 'id',
    group: 1,
  },
  { pattern: /^E(?=[A-Z]*\d)[A-Z0-9]{12,13}$/, type: 'AWS::CloudFront::Distribution', identifier: 'id' },
  {
    pattern: /^\d{1,3}(?:\.\d{1,3}){3}[-|](eipalloc-[0-9a-f]{8,17})$/,
    type: 'AWS::EC2::EIP',
    identifier: 'id',
    group: 1,
  },
  {
    pattern: /^[^|\s]+\|[a-z0-9-]+:[A-Za-z0-9-]+:[A-Za-z]+\|[a-z0-9-]+$/,
    type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    identifier: 'id',
  },
  { pattern: /^alias\/[A-Za-z0-9/_-]{1,250}$/, type: 'AWS::KMS::Alias', identifier: 'name' },
  { pattern: /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/, type: 'AWS::S3::Bucket', identifier: 'url', group: 1 },
  {
    pattern:
      /^(?:\/aws\/(?!service\/|reference\/)[\w.\-/#+]{2,500}|API-Gateway-Execution-Logs_[\w/-]+|RDSOSMetrics|aws-waf-logs-(?!.*bucket)[\w-]+)$/,
    type: 'AWS::Logs::LogGroup',
    identifier: 'name',
  },
];

/** Value that AWS uses for every distribution, not a zone of ours. */
const CLOUDFRONT_ZONE = 'Z2FDTNDATAQYW2';

export function recogniseValueShape(value: string): Recognition | undefined {
  if (value === CLOUDFRONT_ZONE) return notAResource('canonical-hosted-zone-id', value);
  for (const { pattern, type, identifier, group = 0 } of SHAPES) {
    const id = pattern.exec(value)?.[group];
    if (id === undefined) continue;
    const region = /^([a-z0-9-]+)[_:]/.exec(value)?.[1];
    const regional = type.startsWith('AWS::Cognito::') && isRegion(region);
    return { type, identifier, id, ...(regional ? { region } : {}), decidedBy: 'value' };
  }
  return undefined;
}

const IPV4 = String.raw`(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const COMMANDS =
  'aws|cdk|cdktf|cloudformation|curl|docker|git|helm|http|kubectl|make|mysql|node|npm|npx|psql|pulumi|python3?|redis-cli|sam|sh|ssh|scp|sudo|terraform|wget|yarn|export|echo|bash';

/** What is plainly a value and not the name of something in AWS. */
const PLAIN_VALUES: readonly [pattern: RegExp, identifier: string][] = [
  [/^[-+]?\d+(?:\.\d+)?%?$/, 'other'],
  [/^(?:true|false|yes|no|on|off|enabled|disabled)$/i, 'other'],
  [new RegExp(`^${IPV4}$`), 'ip'],
  [new RegExp(`^${IPV4}/\\d{1,2}$`), 'cidr'],
  [new RegExp(`^${IPV4}(?::\\d{1,5})?/?$`), 'ip'],
  [new RegExp(`^(?:https?|wss?|tcp|redis|rediss|ssh|ftp|sftp)://${IPV4}(?::\\d{1,5})?(?:[/?#]\\S*)?$`), 'url'],
  [/^(?=.*::|(?:.*:){7})[0-9a-f:]{2,39}$/i, 'ip'],
  [/^(?=.*:)[0-9a-f:]{2,39}\/\d{1,3}$/i, 'cidr'],
  [/^[^\s@]{1,100}@[^\s@]{1,100}\.[a-z]{2,20}$/i, 'other'],
  [/^[a-z]{2}(?:-[a-z]{2,9}){1,3}-\d[a-z]$/, 'other'],
  [/^(?:[a-z]{1,3}\d[a-z]{0,3}(?:-\d{1,2}tb)?|db|cache|ml|search)\.[a-z0-9]{1,12}(?:\.[a-z0-9]{1,12})?$/, 'other'],
  [/^v?\d+(?:\.\d+){1,3}(?:[-+][\w.]+)?$/, 'other'],
  [/^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/, 'other'],
  [/^(?:rate|cron|at)\(.*\)$/, 'other'],
  [/^-----BEGIN /, 'other'],
  [/^ssh-(?:rsa|ed25519|dss) /, 'other'],
  [new RegExp(`^(?:${COMMANDS}) `), 'other'],
  [/^(?:[a-z]+:\/\/)?ns-\d+\.awsdns-\d+\.[a-z.]+$/, 'other'],
  [/^s3:\/\/\S+$/, 'url'],
  [/^AKIA[A-Z0-9]{16}$/, 'other'],
];

export function recognisePlainValue(value: string): Recognition | undefined {
  if (value.includes('\n')) return notAResource('other', value);
  const plain = PLAIN_VALUES.find(([pattern]) => pattern.test(value));
  if (plain !== undefined) return notAResource(plain[1], value);
  return isRegion(value) ? notAResource('region', value) : undefined;
}
