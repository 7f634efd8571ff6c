import { defineMatcher, type Method } from '../../src/engine/matcher';

export const toScanOnPush = defineMatcher({
  facet: 'imageScanning',
  summary: 'scans images when they are pushed',
  check: ({ onPush }) => ({ pass: onPush, expected: 'on', received: onPush ? 'on' : 'off' }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when images are scanned as soon as they are pushed, by the repository's own setting
     * (`imageScanningConfiguration.scanOnPush`). Scanning that the whole registry sets up is not considered.
     *
     * @example await expect(repository).toScanOnPush();
     */
    toScanOnPush: Method<T, 'imageScanning'>;
  }
}
