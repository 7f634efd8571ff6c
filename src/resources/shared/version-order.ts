let collator: Intl.Collator | undefined;

/** Order of versions by their numbers: `9.6` before `15.10`. */
export function ascending(a: string, b: string): number {
  // Made when it is needed: that takes as long as to load an SDK package.
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b);
}
