import { type Argument, argument, isRecord, isRefusal, type Refusal, refuse } from './argument';
import { isHandle } from './handle';

/** How each option of an object is read. */
export type OptionReaders<Options> = { [Name in keyof Options]-?: Argument<unknown, Options[Name]> };

/**
 * An object of options. A name it does not know, a missing one and a value that is `undefined` are refused: a misspelt
 * or lost option would ask less than the test means.
 *
 * @param readers one reader for each option; `optional(...)` for those that may be left out.
 * @example options<KmsExpectation>({ key: optional(resourceLike), manager: optional(oneOf('CUSTOMER', 'AWS')) })
 */
export function options<Options extends object>(readers: OptionReaders<Options>): Argument<Options> {
  const entries = Object.entries<Argument<unknown, unknown>>(readers);
  const takes = entries.map(([name, { optional, takes }]) => `${name}${optional ? '?' : ''}: ${takes}`);
  return argument(`{ ${takes.join('; ')} }`, (given) => {
    if (!isRecord(given) || isHandle(given)) return undefined;
    const names = entries.map(([name]) => name);
    const unknown = Object.keys(given).find((name) => !names.includes(name));
    if (unknown !== undefined) return refuse(`'${unknown}' is no option; the options are ${names.join(', ')}`);
    const read = entries.map(([name, reader]) => [name, readOption(name, reader, given)] as const);
    const refusal = read.map(([, value]) => value).find(isRefusal);
    return refusal ?? (Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Options);
  });
}

function readOption(name: string, reader: Argument<unknown, unknown>, given: Record<string, unknown>): unknown {
  if (!Object.hasOwn(given, name)) return reader.optional ? undefined : refuse(`${name} is missing`);
  if (given[name] === undefined) return refuse(`${name} is undefined; give it a value or leave it out`);
  const value = reader.read(given[name]);
  return isRefusal(value) ? explain(name, reader, value) : value;
}

function explain(name: string, reader: Argument<unknown, unknown>, { why }: Refusal): Refusal {
  return refuse(why ? `${name}: ${why}` : `${name} takes ${reader.takes}`);
}
