import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { type GapDeclaration, gapSchema } from '../options';
import { OptionsError } from '../options-error';
import { serverAt } from './server-at';

/** A matcher that cannot be asked of a type on the server at hand. */
export interface KnownGap {
  type: string;
  matcher: string;
  /** Why, as the title of a skipped test says it. */
  reason: string;
}

/**
 * Reads the option `gaps`: the list itself, or a JSON file with it.
 *
 * @throws {OptionsError} naming the file and the entry that is wrong.
 */
export function readGaps(given: string | readonly GapDeclaration[] | undefined, rootDir: string): GapDeclaration[] {
  if (given === undefined) return [];
  if (typeof given !== 'string') return [...given];
  const file = path.resolve(rootDir, given.replace('<rootDir>', rootDir));
  const result = v.safeParse(v.array(gapSchema), parse(file));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const index = issue.path?.[0]?.key;
  const place = typeof index === 'number' ? `entry ${index + 1} of ${file}` : file;
  const field = issue.path?.[1]?.key;
  throw new OptionsError(
    `stackproof: ${place} (option gaps) is wrong: ${field === undefined ? '' : `${String(field)}: `}${issue.message}. ` +
      'An entry is { "server": "moto", "type": "AWS::SQS::Queue", "matcher": "toHaveTags", "reason": "..." }.',
  );
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OptionsError(`stackproof: cannot read ${file} (option gaps): ${(error as Error).message}`);
  }
}

/**
 * The gaps of the server behind a custom endpoint, found by asking the server who it is. Real AWS has none, and neither
 * has a server that is not known or does not answer.
 *
 * @param endpoint URL of the server; absent for AWS.
 */
export async function gapsAt(endpoint: string | undefined, declared: readonly GapDeclaration[]): Promise<KnownGap[]> {
  if (endpoint === undefined || declared.length === 0) return [];
  const server = await serverAt(endpoint);
  return declared
    .filter((gap) => gap.server === server)
    .map(({ type, matcher, reason }) => ({ type, matcher, reason: `${server}: ${reason} (known gap)` }));
}
