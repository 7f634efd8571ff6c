import { type Argument, argument, isRefusal, refuse } from '../../src/engine/argument';

/** A list, which may be empty, where nothing but its members is allowed; one alone counts as a list of it. */
export function listOf<Given, Read>(inner: Argument<Given, Read>): Argument<Given | Given[], Read[]> {
  return argument(`a list, [] for none, of ${inner.takes}`, (given) => {
    const members: unknown[] = Array.isArray(given) ? given : [given];
    const read = members.map((each) => inner.read(each));
    const wrong = read.findIndex(isRefusal);
    if (wrong < 0) return read as Read[];
    const refusal = read[wrong];
    const why = isRefusal(refusal) ? refusal.why : undefined;
    return Array.isArray(given)
      ? refuse(`member ${wrong + 1} ${why ? `is wrong: ${why}` : 'is none of these'}`)
      : refuse(why);
  });
}
