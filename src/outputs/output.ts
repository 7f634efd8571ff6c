/** One output of one stack, as it was written. */
export interface Output {
  key: string;
  /** Stack it belongs to, where the file says so. */
  stack?: string;
  value: unknown;
  /** Terraform `sensitive: true`, or a value that Pulumi masked as `[secret]`. */
  sensitive: boolean;
  /** Why this output counts as absent: a placeholder such as `N/A`. */
  missing?: string;
}

export type OutputsShape = 'flat' | 'cdk' | 'cloudformation' | 'terraform' | 'pulumi' | 'empty';

/** What one outputs file holds, whatever tool wrote it. */
export interface Outputs {
  /** File it was read from. */
  source?: string;
  /** Which tool's form it has, judged by content and never by the file name. */
  shape: OutputsShape;
  entries: Output[];
}

export function isOutputs(value: unknown): value is Outputs {
  return (
    typeof value === 'object' &&
    value !== null &&
    'shape' in value &&
    typeof value.shape === 'string' &&
    'entries' in value &&
    Array.isArray(value.entries)
  );
}
