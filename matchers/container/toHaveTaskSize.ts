import { number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { notApplicable } from '../../src/engine/unjudged';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

/** Size of a task; each exact, or `{ atLeast, atMost }`. */
export interface TaskSizeExpectation {
  /** CPU units, 1024 to a vCPU. */
  cpu?: Bounded<number>;
  /** Memory in MiB. */
  memory?: Bounded<number>;
}

interface Expected {
  cpu?: Bounds;
  memory?: Bounds;
}

const asked = ['cpu', 'memory'] as const;

export const toHaveTaskSize = defineMatcher({
  facet: 'taskSize',
  summary: 'has tasks of the given size',
  takes: [options<Expected>({ cpu: optional(bounded(number)), memory: optional(bounded(number)) })],
  check: ({ cpu, memoryInMebibytes: memory }, expected: Expected) => {
    const size = { cpu, memory };
    const parts = asked.filter((part) => expected[part] !== undefined);
    const missing = parts.find((part) => size[part] === undefined);
    if (missing) throw notApplicable(`The task has no ${missing} of its own; its containers have.`);
    return {
      pass: parts.every((part) => isWithin(expected[part] ?? {}, size[part] ?? Number.NaN)),
      expected: parts.map((part) => `${part} ${boundsInWords(expected[part] ?? {}, String)}`).join(', '),
      received: parts.map((part) => `${part} ${size[part]}`).join(', '),
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when tasks have this size, asked of a task definition or of the service that uses it.
     *
     * @param size `cpu` in units (1024 to a vCPU), `memory` in MiB; each exact, or `{ atLeast, atMost }`.
     * @example await expect(service).toHaveTaskSize({ cpu: 256, memory: 512 });
     */
    toHaveTaskSize: Method<T, 'taskSize', [size: TaskSizeExpectation]>;
  }
}
