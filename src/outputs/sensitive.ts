import { maskText } from '../engine/secrets';
import type { Outputs } from './output';

/** Shorter values would mask half of every message. */
const shortest = 4;

/**
 * Masks what looks like a secret in a text, and every value of an output that its tool calls sensitive.
 *
 * @example maskerFor(readOutputs())('password hunter2 is wrong'); // 'password [masked] is wrong', for a sensitive 'hunter2'
 */
export function maskerFor(outputs: Outputs | undefined): (text: string) => string {
  const values = (outputs?.entries ?? [])
    .filter(({ sensitive }) => sensitive)
    .flatMap(({ value }) => leavesOf(value))
    .filter((value) => value.length >= shortest);
  return (text) => values.reduce((masked, value) => masked.replaceAll(value, '[sensitive]'), maskText(text));
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
