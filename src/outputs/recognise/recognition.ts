/** What one value turned out to be. */
export interface Recognition {
  /** CloudFormation type, or `none` for what is not a resource and for what stays undecided. */
  type: string;
  /** What the value is of the resource: `name`, `arn`, `id`, `url`, `endpoint`, `dns-name`, ... */
  identifier: string;
  /** The form that the AWS API takes for this type, where the value gives it without a call. */
  id: string;
  region?: string;
  account?: string;
  partition?: string;
  /** What told the type: a team's own rule, the value, the key, both, or nothing. */
  decidedBy: 'rule' | 'value' | 'key' | 'value+key' | 'undecided';
}

export function notAResource(identifier: string, id: string, decidedBy: 'value' | 'key' = 'value'): Recognition {
  return { type: 'none', identifier, id, decidedBy };
}

export function undecided(id: string): Recognition {
  return { type: 'none', identifier: 'other', id, decidedBy: 'undecided' };
}
