import { flag, optional, pattern } from '../../src/engine/argument';
import { type Duration, days, inWords } from '../../src/engine/duration';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { BackupRule } from '../../src/facets';
import { refersTo } from '../reference/refers-to';
import { type Bounded, type Bounds, bounded } from '../value/bounds';
import { amountWish, judgeOneOf, textWish, type Wish } from '../value/one-of-items';

/** What a rule of a backup plan must say. Times are days or durations, exact or `{ atLeast, atMost }`. */
export interface BackupRuleExpectation {
  name?: string | RegExp;
  /** Schedule expression, such as `cron(0 5 * * ? *)`. */
  schedule?: string | RegExp;
  /** Vault the backups go to, as a handle, an ARN or a name. */
  vault?: ResourceLike;
  deleteAfter?: Bounded<number | Duration>;
  coldStorageAfter?: Bounded<number | Duration>;
  /** Whether it allows point-in-time restores. */
  continuous?: boolean;
  /** Vault that gets a copy. */
  copyTo?: ResourceLike;
}

interface Expected {
  name?: string | RegExp;
  schedule?: string | RegExp;
  vault?: ResourceLike;
  deleteAfter?: Bounds;
  coldStorageAfter?: Bounds;
  continuous?: boolean;
  copyTo?: ResourceLike;
}

interface RuleFacts {
  rules: BackupRule[];
  vault: readonly string[];
  copyTo: readonly string[];
}

const expectedRule = options<Expected>({
  name: optional(pattern),
  schedule: optional(pattern),
  vault: optional(resourceLike),
  deleteAfter: optional(bounded(days)),
  coldStorageAfter: optional(bounded(days)),
  continuous: optional(flag),
  copyTo: optional(resourceLike),
});

export const toHaveBackupRule = defineMatcher({
  facet: 'backupRules',
  summary: 'has a backup rule',
  takes: [optional(expectedRule)],
  relate: async ({ rules }, ask, { vault, copyTo }: Expected = {}): Promise<RuleFacts> => ({
    rules,
    vault: vault === undefined ? [] : await ask.names(vault),
    copyTo: copyTo === undefined ? [] : await ask.names(copyTo),
  }),
  check: ({ rules, vault, copyTo }: RuleFacts, expected: Expected = {}) =>
    judgeOneOf(
      'backup rule',
      rules,
      [
        ...textWish<BackupRule>('name', expected.name, (rule) => rule.name),
        ...textWish<BackupRule>('schedule', expected.schedule, (rule) => rule.schedule),
        ...vaultWish('vault', vault, (rule) => [rule.vault]),
        ...amountWish<BackupRule>(
          'deletion after',
          expected.deleteAfter,
          (rule) => seconds(rule.deleteAfterDays),
          inWords,
        ),
        ...amountWish<BackupRule>(
          'cold storage after',
          expected.coldStorageAfter,
          (rule) => seconds(rule.coldStorageAfterDays),
          inWords,
        ),
        ...textWish<BackupRule>('continuous', expected.continuous, (rule) => rule.continuous),
        ...vaultWish('copy to', copyTo, (rule) => rule.copiesTo),
      ],
      ruleInWords,
    ),
});

function vaultWish(name: string, names: readonly string[], read: (rule: BackupRule) => string[]): Wish<BackupRule>[] {
  if (names.length === 0) return [];
  return [{ name, expected: names[0] ?? '', holds: (rule) => read(rule).some((vault) => refersTo(vault, names)) }];
}

function seconds(days: number | undefined): number | undefined {
  return days === undefined ? undefined : days * 86_400;
}

function ruleInWords(rule: BackupRule): string {
  return [
    `${rule.name} to ${rule.vault}`,
    rule.schedule ?? 'on a schedule of AWS',
    rule.deleteAfterDays === undefined ? 'kept for ever' : `deleted after ${inWords(rule.deleteAfterDays * 86_400)}`,
    rule.coldStorageAfterDays !== undefined && `cold storage after ${inWords(rule.coldStorageAfterDays * 86_400)}`,
    rule.continuous && 'continuous',
    rule.copiesTo.length > 0 && `copied to ${rule.copiesTo.join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the backup plan has a rule that says all of this.
     *
     * @param rule what the rule must say; any rule when left out.
     * @example await expect(plan).toHaveBackupRule({ schedule: /cron/, deleteAfter: { atLeast: 35 } });
     */
    toHaveBackupRule: Method<T, 'backupRules', [rule?: BackupRuleExpectation]>;
  }
}
