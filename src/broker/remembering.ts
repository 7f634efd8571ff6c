import type { ActName, Acts } from '../acts';
import type { Target } from '../engine/resource';
import type { ActAnswer, Answer, AskOptions, FactSource } from '../engine/source';
import type { FacetName, Facets } from '../facets';

/** A source that asks each question once in this process. A fresh question asks again and replaces the answer. */
export function remembering(source: FactSource): FactSource {
  const answers = new Map<string, Map<FacetName, Promise<Answer<Facets[FacetName]>>>>();
  return {
    ...source,
    facet<Name extends FacetName>(target: Target, name: Name, options: AskOptions = {}): Promise<Answer<Facets[Name]>> {
      const key = JSON.stringify(target);
      const known = answers.get(key) ?? new Map<FacetName, Promise<Answer<Facets[FacetName]>>>();
      answers.set(key, known);
      const answer = (!options.fresh && known.get(name)) || source.facet(target, name, options);
      known.set(name, answer);
      return answer as Promise<Answer<Facets[Name]>>;
    },
    async act<Name extends ActName>(
      target: Target,
      name: Name,
      input: Acts[Name]['input'],
    ): Promise<ActAnswer<Acts[Name]['output']>> {
      try {
        return await source.act(target, name, input);
      } finally {
        answers.delete(JSON.stringify(target));
      }
    },
    forget(target: Target): Promise<void> {
      answers.delete(JSON.stringify(target));
      return source.forget(target);
    },
  };
}
