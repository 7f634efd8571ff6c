import type { ActName, Acts } from '../acts';
import { targetKey } from '../aws/target-key';
import type { Target } from '../engine/resource';
import type { ActAnswer, Answer, AskOptions, FactSource } from '../engine/source';
import type { FacetName, Facets } from '../facets';

interface Remembered {
  answer: Promise<Answer<Facets[FacetName]>>;
  /** Asked ahead of the tests, and not answered yet. */
  early: boolean;
}

/**
 * A source that asks each question once in this process. A fresh question asks again and replaces the answer, and so
 * does one that a test waits for while it was only asked ahead. After an act, and when something is to be forgotten,
 * everything is asked again: the other side knows what rests on what.
 */
export function remembering(source: FactSource): FactSource {
  const answers = new Map<string, Remembered>();
  const located = new Map<string, Promise<Target>>();
  const ask = (target: Target, name: FacetName, options: AskOptions): Remembered => {
    const asked: Remembered = { answer: source.facet(target, name, options), early: options.ahead === true };
    if (asked.early) {
      const settle = () => {
        asked.early = false;
      };
      asked.answer.then(settle, settle);
    }
    return asked;
  };
  return {
    ...source,
    facet<Name extends FacetName>(target: Target, name: Name, options: AskOptions = {}): Promise<Answer<Facets[Name]>> {
      // Answers name the output they are about, so that belongs to the question.
      const question = `${name} ${target.stack ?? ''} ${target.key ?? ''} ${targetKey(target)}`;
      const known = answers.get(question);
      const holds = known !== undefined && !options.fresh && (options.ahead || !known.early);
      const remembered = holds ? known : ask(target, name, options);
      answers.set(question, remembered);
      return remembered.answer as Promise<Answer<Facets[Name]>>;
    },
    locate(name: string, facet: FacetName, near?: Target): Promise<Target> {
      const question = JSON.stringify([name, facet, near?.region, near?.account]);
      const target = located.get(question) ?? source.locate(name, facet, near);
      located.set(question, target);
      return target;
    },
    async act<Name extends ActName>(
      target: Target,
      name: Name,
      input: Acts[Name]['input'],
    ): Promise<ActAnswer<Acts[Name]['output']>> {
      try {
        return await source.act(target, name, input);
      } finally {
        answers.clear();
      }
    },
    forget(target: Target): Promise<void> {
      answers.clear();
      return source.forget(target);
    },
  };
}
