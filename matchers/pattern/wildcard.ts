/**
 * Whether a pattern of IAM (`*` any text, `?` any character) covers everything that `asked` stands for. `asked` may be
 * a pattern itself: its `*` is covered by `*` alone, its `?` by `*` and `?`.
 *
 * @example covers('kms:GenerateDataKey*', 'kms:GenerateDataKeyPair') // true
 */
export function covers(pattern: string, asked: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < asked.length; ) {
    if (pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < pattern.length && coversCharacter(pattern.charAt(at), asked.charAt(index))) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}

function coversCharacter(pattern: string, asked: string): boolean {
  return asked !== '*' && (pattern === '?' || pattern === asked);
}

/**
 * Whether some text fits both patterns.
 *
 * @example overlaps('arn:aws:logs:*', 'arn:*:logs:eu-west-1:*') // true
 */
export function overlaps(one: string, other: string): boolean {
  // Rows hold, from the end, whether the rest of `one` and the rest of `other` have a text in common.
  let below: boolean[] = [];
  for (let row = one.length; row >= 0; row--) {
    const current: boolean[] = [];
    for (let column = other.length; column >= 0; column--) {
      const left = one[row];
      const right = other[column];
      const skipLeft = below[column] === true;
      const skipRight = current[column + 1] === true;
      if (left === '*') current[column] = skipLeft || (right !== undefined && skipRight);
      else if (right === '*') current[column] = skipRight || (left !== undefined && skipLeft);
      else if (left === undefined || right === undefined) current[column] = left === right;
      else current[column] = (left === right || left === '?' || right === '?') && below[column + 1] === true;
    }
    below = current;
  }
  return below[0] === true;
}

/** Whether a pattern of an ARN covers an ARN: each of the six parts on its own, as `ArnLike` compares. */
export function coversArn(pattern: string, asked: string): boolean {
  return compareArns(pattern, asked, covers);
}

/** Whether some ARN fits both patterns. */
export function overlapsArn(one: string, other: string): boolean {
  return compareArns(one, other, overlaps);
}

function compareArns(pattern: string, asked: string, compare: (pattern: string, asked: string) => boolean): boolean {
  if (pattern === '*') return true;
  const expected = arnParts(pattern);
  const received = arnParts(asked);
  return expected.length === received.length && expected.every((part, index) => compare(part, received[index] ?? ''));
}

/** The six parts of an ARN; the last one keeps its colons. */
export function arnParts(arn: string): string[] {
  const [prefix = '', partition = '', service = '', region = '', account = '', ...resource] = arn.split(':');
  return [prefix, partition, service, region, account, resource.join(':')];
}
