import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Target } from '../engine/resource';
import type { FacetName } from '../facets';

/** A question of a run: by the output, because after the next deployment that may name another resource. */
export interface AskedQuestion {
  key: string;
  stack?: string;
  type: string;
  facet: FacetName;
}

const questionSchema = v.object({
  key: v.string(),
  stack: v.optional(v.string()),
  type: v.string(),
  facet: v.string(),
});

/** What a run asked of its outputs, in the order of asking, so that the next run can read ahead what it will need. */
export class Asked {
  readonly #questions = new Map<string, AskedQuestion>();

  note({ key, stack, type }: Target, facet: FacetName): void {
    if (key === undefined) return;
    const id = `${facet} ${type} ${stack ?? ''} ${key}`;
    if (!this.#questions.has(id)) this.#questions.set(id, { key, stack, type, facet });
  }

  /** Keeps the questions for the next run. Those of a run that asked nothing are not worth those of the run before. */
  write(file: string): void {
    if (this.#questions.size === 0) return;
    mkdirSync(path.dirname(file), { recursive: true });
    const whole = `${file}.${process.pid}`;
    writeFileSync(whole, JSON.stringify([...this.#questions.values()]));
    renameSync(whole, file);
  }
}

/** Where a project keeps its questions: with Jest's other caches, so that `jest --clearCache` forgets them too. */
export function askedFile(cacheDirectory: string, project: string): string {
  return path.join(cacheDirectory, `stackproof-${project}.json`);
}

/** The questions of the last run; none where there was none or its file is damaged. */
export function askedBefore(file: string): AskedQuestion[] {
  try {
    const questions = v.safeParse(v.array(questionSchema), JSON.parse(readFileSync(file, 'utf8')));
    return questions.success ? (questions.output as AskedQuestion[]) : [];
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
