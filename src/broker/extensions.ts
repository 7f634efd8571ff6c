import path from 'node:path';
import type { createJiti } from 'jiti';
import type { MatcherDefinition } from '../engine/matcher';
import type { ResourceDefinition } from '../engine/resource';
import { OptionsError } from '../options-error';
import type { RecognitionRules } from '../outputs';

/** What a team's own files bring. */
export interface Extensions {
  resources: ResourceDefinition[];
  matchers: Record<string, MatcherDefinition>;
}

/**
 * Loads files with a team's own `defineResource` and `defineMatcher`: TypeScript or JavaScript, CommonJS or ESM.
 *
 * A matcher is called by the name of its export.
 *
 * @throws {OptionsError} when a file cannot be loaded or exports neither.
 */
export function loadExtensions(files: readonly string[], rootDir: string): Extensions {
  const extensions: Extensions = { resources: [], matchers: {} };
  if (files.length === 0) return extensions;
  // Loaded where there are such files: without them every worker would load it for nothing.
  const jiti = (require('jiti') as typeof import('jiti')).createJiti(path.join(rootDir, 'extensions'), {
    interopDefault: false,
    moduleCache: true,
  });
  for (const file of files) {
    const exported = load(jiti, path.resolve(rootDir, file.replace('<rootDir>', rootDir)));
    const entries = Object.entries(exported).filter(([name]) => name !== 'default' && name !== '__esModule');
    for (const [name, value] of entries) add(extensions, name, value);
    if (!entries.some(([, value]) => isResource(value) || isMatcher(value))) {
      throw new OptionsError(
        `stackproof: ${file} (option extensions) exports no defineResource(...) and no defineMatcher(...). Export them by name.`,
      );
    }
  }
  return extensions;
}

/** How values of a team's own types are recognised. */
export function recognitionRules(resources: readonly ResourceDefinition[]): RecognitionRules {
  return resources.flatMap(({ type, identify }) => identify.map((rule) => ({ type, ...rule })));
}

function load(jiti: ReturnType<typeof createJiti>, file: string): Record<string, unknown> {
  try {
    return jiti(file) as Record<string, unknown>;
  } catch (error) {
    throw new OptionsError(`stackproof: cannot load ${file} (option extensions): ${(error as Error).message}`);
  }
}

function add(extensions: Extensions, name: string, value: unknown): void {
  if (isResource(value)) extensions.resources.push(value);
  else if (isMatcher(value)) extensions.matchers[name] = value;
}

function isResource(value: unknown): value is ResourceDefinition {
  return typeof value === 'object' && value !== null && 'type' in value && 'facets' in value && 'sdk' in value;
}

function isMatcher(value: unknown): value is MatcherDefinition {
  return typeof value === 'object' && value !== null && 'check' in value && 'facet' in value;
}
