/**
 * Whether a type name is the one that a test wrote, with or without its first part: `S3::Object` names the same type as the
 * whole name does.
 */
export function isTypeName(name: string, given: string): boolean {
  return name === given || name.endsWith(`::${given}`);
}
