import { durationInSeconds, inWords } from '../../src/engine/duration';

test.each([
  ['90s', 90],
  ['5m', 300],
  ['12h', 43_200],
  ['30d', 2_592_000],
  ['1.5h', 5_400],
  ['30', undefined],
  ['', undefined],
  ['d', undefined],
  ['1w', undefined],
  [30, undefined],
])('%j is %j seconds', (given, seconds) => expect(durationInSeconds(given)).toBe(seconds));

test.each([
  [86_400, '1 day'],
  [604_800, '7 days'],
  [43_200, '12 hours'],
  [90, '90 seconds'],
  [0, '0 seconds'],
])('%i seconds are %s', (seconds, words) => expect(inWords(seconds)).toBe(words));
