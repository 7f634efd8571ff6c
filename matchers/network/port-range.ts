import { argument, isRecord, isRefusal, optional, refuse } from '../../src/engine/argument';
import { options } from '../../src/engine/options-argument';

/** Ports from the first to the last one. */
export interface PortRange {
  from: number;
  to: number;
}

/** A port, or a range of ports (`'8000-8080'`, `{ from: 8000, to: 8080 }`). */
export type ExpectedPort = number | `${number}-${number}` | PortRange;

export const allPorts: PortRange = { from: 0, to: 65_535 };

const port = argument<number>('a port from 0 to 65535', (given) =>
  typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= allPorts.to ? given : undefined,
);

const range = options<PortRange>({ from: port, to: port });

/** A port or a range of ports. */
export const ports = argument<ExpectedPort, PortRange>(
  "a port (443) or a range ('8000-8080', { from, to })",
  (given) => {
    if (isRecord(given)) return ascending(range.read(given));
    const [, from, to] = (typeof given === 'string' && /^(\d{1,5})\s*-\s*(\d{1,5})$/.exec(given.trim())) || [];
    if (from !== undefined) return ascending(range.read({ from: Number(from), to: Number(to) }));
    const single = port.read(given);
    return isRefusal(single) ? single : { from: single, to: single };
  },
);

export const optionalPorts = optional(ports);

function ascending(read: ReturnType<typeof range.read>): ReturnType<typeof range.read> {
  return !isRefusal(read) && read.from > read.to ? refuse('from is above to') : read;
}

/** A range in words: `443`, `8000-8080`, `all ports`. */
export function portsInWords({ from, to }: PortRange): string {
  if (from === allPorts.from && to === allPorts.to) return 'all ports';
  return from === to ? String(from) : `${from}-${to}`;
}

/** The parts into which the ends of other ranges divide a range; within a part every port is alike. */
export function partsOf({ from, to }: PortRange, others: readonly PortRange[]): PortRange[] {
  const starts = others.flatMap((other) => [other.from, other.to + 1]).filter((start) => start > from && start <= to);
  const ascendingStarts = [...new Set([from, ...starts])].sort((one, other) => one - other);
  return ascendingStarts.map((start, index) => ({ from: start, to: (ascendingStarts[index + 1] ?? to + 1) - 1 }));
}

/** Ranges without gaps and overlaps between them, ascending. */
export function mergedRanges(ranges: readonly PortRange[]): PortRange[] {
  const merged: PortRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}

/** What is left of ranges when others are taken away. */
export function withoutRanges(ranges: readonly PortRange[], others: readonly PortRange[]): PortRange[] {
  const left = ranges
    .flatMap((range) => partsOf(range, others))
    .filter((part) => !others.some((other) => other.from <= part.from && part.to <= other.to));
  return mergedRanges(left);
}
