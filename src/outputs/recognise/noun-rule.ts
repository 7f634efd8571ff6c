/** What one noun in a key stands for. Rows for the same noun are tried in order; the first that fits decides. */
export interface NounRule {
  /** Spellings, lower case, words joined: `targetgroup` is found in `TargetGroup`, `target_group` and `targetgroup`. */
  noun: string;
  type: string;
  /** One of these words must stand elsewhere in the key. */
  with?: string;
  /** None of these may. */
  without?: string;
  /** The value must look like this; a plain name unless given. */
  value?: RegExp;
  /** What the value is called when the key alone decides; `name` unless given. */
  identifier?: string;
  /** A host name or a local URL stands for the resource too. */
  endpoint?: true;
  /** Only with one of these words of `ATTRIBUTES` after the noun. */
  attribute?: string;
  /** Words in the value, which decide where the key leaves it open. */
  hint?: RegExp;
}
