import type { LifecycleRule as S3LifecycleRule } from '@aws-sdk/client-s3';
import { told } from '../../engine/unjudged';
import type { LifecycleRule } from '../../facets';

/** A lifecycle rule as the facet has it. */
export function lifecycleRule(rule: S3LifecycleRule): LifecycleRule {
  return {
    id: rule.ID ?? '',
    enabled: told(rule.Status, 'LifecycleConfiguration.Rules[].Status') === 'Enabled',
    // Rules from before 2016 have the prefix beside the filter.
    prefix: rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix ?? rule.Prefix ?? '',
    filter: filterOf(rule),
    expirationInDays: rule.Expiration?.Days,
    noncurrentExpirationInDays: rule.NoncurrentVersionExpiration?.NoncurrentDays,
    abortIncompleteMultipartUploadInDays: rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation,
    transitions: (rule.Transitions ?? []).map(({ Days, StorageClass }) => ({
      days: Days,
      storageClass: told(StorageClass, 'LifecycleConfiguration.Rules[].Transitions[].StorageClass'),
    })),
  };
}

/** What a rule is limited to besides its prefix, in words; a rule for some objects must not pass for one for all. */
function filterOf({ Filter }: S3LifecycleRule): string | undefined {
  const tags = [Filter?.Tag, ...(Filter?.And?.Tags ?? [])].flatMap((tag) => (tag ? [`${tag.Key}=${tag.Value}`] : []));
  const greater = Filter?.ObjectSizeGreaterThan ?? Filter?.And?.ObjectSizeGreaterThan;
  const less = Filter?.ObjectSizeLessThan ?? Filter?.And?.ObjectSizeLessThan;
  const limits = [
    tags.length > 0 && `tagged ${tags.join(', ')}`,
    greater !== undefined && `larger than ${greater} bytes`,
    less !== undefined && `smaller than ${less} bytes`,
  ].filter(Boolean);
  return limits.length > 0 ? `objects ${limits.join(' and ')}` : undefined;
}
