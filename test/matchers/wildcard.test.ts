import fc from 'fast-check';
import { covers, coversArn, overlaps } from '../../matchers/pattern/wildcard';

describe('wildcards', () => {
  const patternText = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 7 }).map((all) => all.join(''));
  const plainText = fc.array(fc.constantFrom('a', 'b'), { maxLength: 7 }).map((all) => all.join(''));
  const asRegExp = (pattern: string) => new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`);

  test('cover what a regular expression matches', () => {
    fc.assert(
      fc.property(patternText, plainText, (pattern, text) =>
        expect(covers(pattern, text)).toBe(asRegExp(pattern).test(text)),
      ),
    );
  });

  test('a pattern that covers another matches whatever that one matches', () => {
    fc.assert(
      fc.property(patternText, patternText, plainText, (outer, inner, text) => {
        if (covers(outer, inner) && covers(inner, text)) expect(covers(outer, text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('patterns that match the same text overlap, and a pattern overlaps a text when it covers it', () => {
    fc.assert(
      fc.property(patternText, patternText, plainText, (one, other, text) => {
        if (covers(one, text) && covers(other, text)) expect(overlaps(one, other)).toBe(true);
        expect(overlaps(one, text)).toBe(covers(one, text));
        expect(overlaps(one, other)).toBe(overlaps(other, one));
      }),
      { numRuns: 2000 },
    );
  });

  test('a star in one part of an ARN does not reach into the next', () => {
    expect(coversArn('arn:aws:logs:*:log-group:x', 'arn:aws:logs:eu-west-1:1:log-group:x')).toBe(false);
    expect(coversArn('arn:aws:logs:*:*:log-group:*', 'arn:aws:logs:eu-west-1:1:log-group:x:y')).toBe(true);
  });
});
