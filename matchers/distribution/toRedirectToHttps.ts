import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toRedirectToHttps = defineMatcher({
  facet: 'plainHttp',
  summary: 'sends visitors of plain HTTP to HTTPS',
  check: ({ behaviours }) => {
    const open = behaviours.filter(({ answer }) => answer === 'serves');
    return {
      pass: behaviours.length > 0 && behaviours.every(({ answer }) => answer === 'redirects'),
      expected: 'every behaviour redirects',
      received: behaviours.map(({ path, answer }) => `${path} ${answer}`),
      advice: open[0] && `Plain HTTP is served on ${open.map(({ path }) => path).join(', ')}.`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when every behaviour sends visitors of plain HTTP to HTTPS. One that refuses plain HTTP does not redirect.
     *
     * @example await expect(distribution).toRedirectToHttps();
     */
    toRedirectToHttps: Method<T, 'plainHttp'>;
  }
}
