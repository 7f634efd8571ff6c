import { argument, isRecord, isRefusal, optional } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { AccessLogging } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

/** Where the log must go. */
export interface AccessLoggingExpectation {
  /** Bucket, log group or stream. */
  destination?: ResourceLike;
  /** Prefix of its keys, exactly. */
  prefix?: string;
}

interface LogFacts extends AccessLogging {
  names?: string[];
}

const prefix = argument<string>('a text', (given) => (typeof given === 'string' ? given : undefined));

const expectation = options<AccessLoggingExpectation>({
  destination: optional(resourceLike),
  prefix: optional(prefix),
});

const destinationOrOptions = argument<ResourceLike | AccessLoggingExpectation, AccessLoggingExpectation>(
  `${resourceLike.takes}, or ${expectation.takes}`,
  (given) => {
    if (isRecord(given) && !isHandle(given)) return expectation.read(given);
    const destination = resourceLike.read(given);
    return isRefusal(destination) ? destination : { destination };
  },
);

export const toHaveAccessLogging = defineMatcher({
  facet: 'accessLogging',
  summary: 'logs the requests it gets',
  takes: [optional(destinationOrOptions)],
  relate: async (log, ask, expected?: AccessLoggingExpectation): Promise<LogFacts> => ({
    ...log,
    ...(expected?.destination !== undefined && { names: await ask.names(expected.destination) }),
  }),
  check: ({ enabled, destination = '', prefix: received, names }: LogFacts, expected?: AccessLoggingExpectation) => ({
    pass:
      enabled &&
      (names === undefined || isDestination(destination, names)) &&
      (expected?.prefix === undefined || expected.prefix === received),
    expected: ['on', names && `to ${names[0]}`, expected?.prefix !== undefined && `under '${expected.prefix}'`]
      .filter(Boolean)
      .join(', '),
    received: enabled
      ? ['on', destination && `to ${destination}`, received && `under '${received}'`].filter(Boolean).join(', ')
      : 'off',
  }),
});

/** CloudFront names a bucket by its host name. */
function isDestination(held: string, names: readonly string[]): boolean {
  return refersTo(held, names) || refersTo(held.replace(/\.s3[.-].*amazonaws\.com(?:\.cn)?$/, ''), names);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when requests are logged: server access logs of a bucket (`s3:GetBucketLogging`), access logs of a load balancer,
     * a stage, a distribution.
     *
     * @param expected where the log goes: a bucket, log group or stream as a handle, name or ARN; or `{ destination, prefix }`
     *   with the prefix of its keys.
     * @example await expect(stage).toHaveAccessLogging(resource('AccessLogGroupName'));
     * @example await expect(bucket).toHaveAccessLogging({ destination: resource('LogBucketName') });
     */
    toHaveAccessLogging: Method<T, 'accessLogging', [expected?: ResourceLike | AccessLoggingExpectation]>;
  }
}
