const LONGEST_NAME = 120;

/** Lower case, letters and digits only: `VpcId`, `vpc_id` and `vpc-id` are one name. */
export function looseName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '') || name.toLowerCase();
}

/** The CDK ends the name of an output that sits inside a construct with eight upper-case hexadecimal digits. */
export function withoutHash(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])[0-9A-F]{8}$/, '');
}

/** Up to five names that the reader may have meant, the nearest first. */
export function nearNames(wanted: string, names: readonly string[]): string[] {
  const target = looseName(wanted).slice(0, LONGEST_NAME);
  const words = wordsOf(wanted);
  return [...new Set(names)]
    .map((name) => ({ name, score: likeness(target, words, name) }))
    .filter(({ score }) => score >= 0.5)
    .sort((one, other) => other.score - one.score || one.name.localeCompare(other.name))
    .slice(0, 5)
    .map(({ name }) => name);
}

function likeness(target: string, words: ReadonlySet<string>, name: string): number {
  const candidate = looseName(withoutHash(name)).slice(0, LONGEST_NAME);
  const longest = Math.max(target.length, candidate.length);
  if (longest === 0) return 0;
  const bound = Math.ceil(longest / 2);
  const bySpelling =
    Math.abs(target.length - candidate.length) > bound ? 0 : 1 - editDistance(target, candidate) / longest;
  const theirs = wordsOf(name);
  const shared = [...words].filter((word) => theirs.has(word)).length;
  const byWords = shared === 0 ? 0 : (2 * shared) / (words.size + theirs.size);
  return Math.max(bySpelling >= 0.6 ? bySpelling : 0, byWords);
}

function wordsOf(name: string): Set<string> {
  const words = withoutHash(name.slice(0, LONGEST_NAME)).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return new Set(words.map((word) => word.toLowerCase()));
}

function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      current.push(
        Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + change),
      );
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
