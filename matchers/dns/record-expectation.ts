import { argument, isRegExp, optional, text } from '../../src/engine/argument';
import { type Duration, seconds } from '../../src/engine/duration';
import type { Handle } from '../../src/engine/handle';
import { options } from '../../src/engine/options-argument';
import { isResourceLike } from '../../src/engine/resource-like';
import { type Bounded, type Bounds, bounded } from '../value/bounds';

/** What a record says. */
export interface RecordExpectation {
  /** `A`, `AAAA`, `CNAME`, `MX`, `TXT`, ... */
  type?: string;
  /** A value, or the name that an alias leads to: a text, a RegExp, or a handle of the resource behind it. */
  value?: Handle | string | RegExp;
  /** How long it may be kept, in seconds or as a duration; an alias has no time of its own. */
  ttl?: Bounded<number | Duration>;
}

/** The same, read. */
export interface ExpectedRecord {
  type?: string;
  value?: Handle | string | RegExp;
  ttl?: Bounds;
}

const value = argument<Handle | string | RegExp>('a handle, a text or a regular expression', (given) =>
  isResourceLike(given) || isRegExp(given) ? given : undefined,
);

/** What a record says, all of it optional. */
export const expectedRecord = optional(
  options<ExpectedRecord>({ type: optional(text), value: optional(value), ttl: optional(bounded(seconds)) }),
);
