/** Order of versions by their numbers: `9.6` before `15.10`. */
export const ascending = new Intl.Collator('en', { numeric: true }).compare;
