import { createHash } from 'node:crypto';
import type { StackproofOptions } from '../options';

/** Tells projects apart: the same options below the same root are the same project in every process. */
export function projectId(options: StackproofOptions, rootDir: string): string {
  return createHash('sha256')
    .update(JSON.stringify([rootDir, options]))
    .digest('hex')
    .slice(0, 16);
}
