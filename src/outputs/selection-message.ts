import { maskValue } from '../engine/secrets';
import type { Output, Outputs } from './output';
import type { Ambiguous, NoMatch } from './select';
import { type Selector, showSelector } from './selector';

const MOST_LINES = 12;
const LONGEST_VALUE = 80;

/**
 * The message for a selector that names no output, or several: what was asked for, in which file, what is there, and
 * what to do. Secret values are masked.
 *
 * @example
 * const selection = select(outputs, 'VpcIdd');
 * if ('problem' in selection) console.log(selectionMessage(selection, 'VpcIdd', outputs));
 */
export function selectionMessage(problem: NoMatch | Ambiguous, selector: Selector, outputs: Outputs): string {
  const where = outputs.source ?? 'the outputs';
  return problem.problem === 'none'
    ? noneMessage(problem, selector, outputs, where)
    : ambiguousMessage(problem, selector, where);
}

function noneMessage({ missing, suggestions }: NoMatch, selector: Selector, outputs: Outputs, where: string): string {
  const partly = Array.isArray(selector) && missing.length < selector.length;
  const asked = partly
    ? `${missing.map((name) => `'${name}'`).join(', ')} of ${showSelector(selector)}`
    : showSelector(selector);
  const lines = [`No output matches ${asked} in ${where}.`];
  if (suggestions.length > 0) {
    lines.push(`Did you mean ${suggestions.map((name) => `'${name}'`).join(', ')}?`);
  } else if (outputs.entries.length === 0) {
    lines.push('It holds no outputs at all: is the stack deployed?');
  } else {
    const keys = [...new Set(outputs.entries.map(({ key }) => key))];
    lines.push(
      `It holds: ${keys.slice(0, MOST_LINES).join(', ')}${keys.length > MOST_LINES ? `, and ${keys.length - MOST_LINES} more` : ''}.`,
    );
  }
  const stack = typeof selector === 'object' && 'stack' in selector ? selector.stack : undefined;
  const stacks = [...new Set(outputs.entries.flatMap((output) => output.stack ?? []))];
  if (stack !== undefined)
    lines.push(`Stacks in it: ${stacks.length > 0 ? stacks.slice(0, MOST_LINES).join(', ') : 'none are named'}.`);
  return lines.join('\n');
}

function ambiguousMessage({ candidates }: Ambiguous, selector: Selector, where: string): string {
  const shown = candidates.slice(0, MOST_LINES).map((output) => `  ${nameOf(output)} = ${showValue(output)}`);
  const more = candidates.length > MOST_LINES ? [`  and ${candidates.length - MOST_LINES} more`] : [];
  const [first] = candidates;
  const acrossStacks = new Set(candidates.map(({ stack }) => stack)).size > 1;
  const advice =
    acrossStacks && first?.stack !== undefined
      ? `Name the stack: { stack: '${first.stack}', key: '${first.key}' }.`
      : `Give the exact name of one, such as '${first?.key ?? ''}'.`;
  return [
    `${candidates.length} outputs with different values match ${showSelector(selector)} in ${where}:`,
    ...shown,
    ...more,
    advice,
  ].join('\n');
}

function nameOf({ key, stack }: Output): string {
  return stack === undefined ? key : `${stack} / ${key}`;
}

function showValue(output: Output): string {
  if (output.sensitive) return '[masked]';
  const value = maskValue(output.key, output.value);
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}...` : line;
}
