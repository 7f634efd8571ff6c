const PLACEHOLDER =
  /^(?:n\/a(?:[-_ (].{0,80})?|null|nil|none|nan|undefined|unknown|tbd|todo|to be (?:added|defined|determined)|-+|not[-_ ](?:available|applicable|created|deployed|configured|set|found|supported|provisioned|enabled)\b.{0,80}|skipped\b.{0,120}|\[secret\]|[(<]?sensitive(?: value)?[)>]|\(?known after apply\)?|placeholder|https?:\/\/(?:unknown|undefined|null|n\/?a|none)\/?)$/i;

/**
 * Why a value stands for "there is none", or `undefined` when it is a value.
 * Tools and scripts write `N/A`, `unknown`, the text `null` and the like where a resource was not deployed.
 *
 * @example placeholderReason('N/A') // "the placeholder 'N/A'"
 */
export function placeholderReason(value: unknown): string | undefined {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : undefined;
  if (typeof value !== 'string') return undefined;
  if (value.length > 200) return undefined;
  const text = value.trim();
  if (text === '') return 'empty';
  if (/\$\{Token\[[^\]]*\]\}/.test(text)) return `the unresolved CDK token '${text}'`;
  if (/^\[\s*\]$/.test(text)) return 'an empty list';
  return text === 'NA' || PLACEHOLDER.test(text) ? `the placeholder '${text}'` : undefined;
}

/** Pulumi prints a secret output as `[secret]` unless it is asked for with `--show-secrets`. */
export function isMaskedByTool(value: unknown): boolean {
  return typeof value === 'string' && /^(?:\[secret\]|[(<]sensitive(?: value)?[)>])$/i.test(value.trim());
}
