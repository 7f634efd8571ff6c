import { recogniseArn } from './arn';
import { recogniseHostName } from './host-name';
import { holds, recogniseByKey, refine } from './key-rules';
import { type KeyTokens, tokenise } from './key-tokens';
import { notAResource, type Recognition, undecided } from './recognition';
import { type RecognitionRule, recogniseByRules } from './recognition-rule';
import { recogniseResourceId } from './resource-id';
import { recognisePlainValue, recogniseValueShape } from './value-shape';

const LONGEST_VALUE = 2048;

/** An output key, with its words taken apart once for all the values under it. */
export class OutputKey {
  readonly text: string;
  private tokens: KeyTokens | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get words(): KeyTokens {
    this.tokens ??= tokenise(this.text);
    return this.tokens;
  }
}

/** What one text under one key stands for: by a team's rules, then by the value's form, then by the key's words. */
export function recognise(key: OutputKey, text: string, rules: readonly RecognitionRule[] = []): Recognition {
  const byRule = rules.length === 0 ? undefined : recogniseByRules(rules, key.text, text);
  if (byRule !== undefined) return byRule;
  const value = text.trim();
  if (value.length > LONGEST_VALUE) return notAResource('other', value);

  const byForm = recogniseArn(value) ?? recogniseResourceId(value);
  if (byForm !== undefined) return refine(byForm, key.words);
  const byShape = recogniseValueShape(value);
  if (byShape !== undefined) return ofZone(refine(byShape, key.words), key.words) ?? byShape;
  const byHost = recogniseHostName(value);
  if (byHost !== undefined) return refine(byHost, key.words);
  return (
    byBucketAddress(value, key.words) ??
    byDigits(value, key.words) ??
    recognisePlainValue(value) ??
    byWords(value, key.words)
  );
}

/**
 * A generated id, such as that of an API, may be of digits alone: one in four million on AWS, one in forty where a server
 * generates eight hexadecimal digits. Twelve digits are an account.
 */
function byDigits(value: string, key: KeyTokens): Recognition | undefined {
  if (!/^\d{8,11}$/.test(value)) return undefined;
  const byKey = recogniseByKey(key, value);
  return byKey !== undefined && byKey.type !== 'none' && byKey.identifier === 'id' ? byKey : undefined;
}

function byWords(value: string, key: KeyTokens): Recognition {
  const byKey = recogniseByKey(key, value);
  if (byKey !== undefined && byKey.type !== 'none') return byKey;
  const byLogicalId = recogniseGeneratedName(value);
  if (byLogicalId !== undefined) return byLogicalId;
  if (byKey !== undefined) return byKey;
  return /\s/.test(value) ? notAResource('other', value) : undecided(value);
}

/** Load balancers, distributions and websites have zones of AWS's own, which are not the team's. */
function ofZone(recognition: Recognition, key: KeyTokens): Recognition | undefined {
  if (recognition.type !== 'AWS::Route53::HostedZone') return recognition;
  const of = (...nouns: string[]) => nouns.some((noun) => holds(key.words, noun));
  if (of('route53', 'privatezone', 'publiczone', 'dnszone')) return recognition;
  if (of('alb', 'nlb', 'elb', 'lb', 'loadbalancer')) {
    return {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      identifier: 'canonical-hosted-zone-id',
      id: recognition.id,
      decidedBy: 'value+key',
    };
  }
  if (of('cloudfront', 'distribution', 'cdn', 'bucket', 's3'))
    return notAResource('canonical-hosted-zone-id', recognition.id);
  return { ...recognition, decidedBy: of('zone', 'hostedzone') ? 'value+key' : 'value' };
}

/** `s3://bucket/prefix` and an emulator's `http://localhost:4566/bucket`, under a key that speaks of a bucket. */
function byBucketAddress(value: string, key: KeyTokens): Recognition | undefined {
  const address =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/|$)/.exec(value) ??
    /^https?:\/\/(?:localhost|127\.0\.0\.1|(?:s3\.)?localhost\.localstack\.cloud):\d+\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(
      value,
    );
  if (address?.[1] === undefined || !holds(key.words, 'bucket')) return undefined;
  return { type: 'AWS::S3::Bucket', identifier: 'url', id: address[1], decidedBy: 'key' };
}

/** CloudFormation makes names such as `Stack-OrdersTable1A843F83-1HKFFKYVPMOKZ`, with the logical id in the middle. */
function recogniseGeneratedName(value: string): Recognition | undefined {
  const logicalId = /-([A-Za-z][A-Za-z0-9]{2,60})[0-9A-Fa-f]{8}-[A-Za-z0-9]{12,13}$/.exec(value)?.[1];
  if (logicalId === undefined) return undefined;
  const found = recogniseByKey(tokenise(logicalId), value);
  return found === undefined || found.type === 'none' ? undefined : { ...found, decidedBy: 'value' };
}
