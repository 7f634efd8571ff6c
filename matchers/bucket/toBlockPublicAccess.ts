import { defineMatcher, type Method } from '../../src/engine/matcher';

const switches = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

export const toBlockPublicAccess = defineMatcher({
  facet: 'publicAccessBlock',
  summary: 'blocks public access',
  check: (block) => {
    const on = switches.filter((name) => block[name]);
    const off = switches.filter((name) => !block[name]);
    return {
      pass: off.length === 0,
      expected: `on: ${switches.join(', ')}`,
      received:
        off.length === switches.length ? 'all four off' : [said('on', on), said('off', off)].filter(Boolean).join('; '),
      fault:
        on.length > 0 && off.length > 0 ? `public access is blocked only in part: ${off.join(', ')} off` : undefined,
    };
  },
});

function said(state: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${state}: ${names.join(', ')}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when all four switches of the public access block are on (`s3:GetPublicAccessBlock`): `BlockPublicAcls`,
     * `IgnorePublicAcls`, `BlockPublicPolicy`, `RestrictPublicBuckets`. A bucket without the block has them off.
     *
     * Some on and some off fails in both directions.
     *
     * @example await expect(bucket).toBlockPublicAccess();
     */
    toBlockPublicAccess: Method<T, 'publicAccessBlock'>;
  }
}
