import { flag, number, optional, pattern, text } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { Container } from '../../src/facets';
import { fits, shown } from '../value/value-match';

/** What the container must be like. */
export interface ContainerExpectation {
  /** Image, exactly, or a RegExp. */
  image?: string | RegExp;
  /** A port it opens. */
  port?: number;
  essential?: boolean;
  /** Log driver, such as `awslogs`. */
  logDriver?: string;
  /** Log group it writes to. */
  logGroup?: string | RegExp;
  /** Whether it has a health check of its own. */
  healthCheck?: boolean;
}

export const toHaveContainer = defineMatcher({
  facet: 'containers',
  summary: 'has a container',
  takes: [
    text,
    optional(
      options<ContainerExpectation>({
        image: optional(pattern),
        port: optional(number),
        essential: optional(flag),
        logDriver: optional(text),
        logGroup: optional(pattern),
        healthCheck: optional(flag),
      }),
    ),
  ],
  check: ({ containers }, name: string, expected: ContainerExpectation = {}) => {
    const container = containers.find((each) => each.name === name);
    const received = container && valuesOf(container);
    const asked = Object.keys(expected) as (keyof ContainerExpectation)[];
    const off = received ? asked.filter((part) => !holds(received[part], expected[part])) : asked;
    return {
      pass: received !== undefined && off.length === 0,
      expected: { name, ...Object.fromEntries(asked.map((part) => [part, shown(expected[part])])) },
      received: received
        ? { name, ...Object.fromEntries(asked.map((part) => [part, received[part] ?? 'none'])) }
        : `containers: ${containers.map((each) => each.name).join(', ') || 'none'}`,
      fault:
        received && off.length > 0 && off.length < asked.length
          ? `only some of it is as given: ${off.join(', ')} not`
          : undefined,
    };
  },
});

function valuesOf({ image, ports, essential, log, healthCheck }: Container) {
  return { image, port: ports, essential, logDriver: log?.driver, logGroup: log?.group, healthCheck };
}

function holds(received: unknown, expected: unknown): boolean {
  return Array.isArray(received) ? received.includes(expected) : fits(expected, received);
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the task definition, or that of the service, has a container of this name that is as given. Some of it as
     * given and some not fails in both directions.
     *
     * @param name name of the container.
     * @param expected `image`, `port`, `essential`, `logDriver`, `logGroup`, `healthCheck`; what is left out does not matter.
     * @example await expect(service).toHaveContainer('app', { image: /:v2$/, port: 8080, logDriver: 'awslogs' });
     */
    toHaveContainer: Method<T, 'containers', [name: string, expected?: ContainerExpectation]>;
  }
}
