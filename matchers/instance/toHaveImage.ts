import { pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { fits, shown } from '../value/value-match';

export const toHaveImage = defineMatcher({
  facet: 'machine',
  summary: 'is started from the given machine image',
  takes: [pattern],
  check: ({ imageId }, expected: string | RegExp) => ({
    pass: fits(expected, imageId),
    expected: shown(expected),
    received: imageId ?? 'no image: the template leaves it open',
    fault: imageId === undefined ? 'its template leaves the image open' : undefined,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the machine is started from this image (AMI). A template may name it by a parameter
     * (`resolve:ssm:...`), which is compared as it is written.
     *
     * @param image id (`'ami-...'`), or RegExp.
     * @example await expect(template).toHaveImage(/^resolve:ssm:/);
     */
    toHaveImage: Method<T, 'machine', [image: string | RegExp]>;
  }
}
