import { argument } from '../../src/engine/argument';

const signs = new Map([
  ['>', 'GreaterThanThreshold'],
  ['>=', 'GreaterThanOrEqualToThreshold'],
  ['<', 'LessThanThreshold'],
  ['<=', 'LessThanOrEqualToThreshold'],
]);

const names = [
  ...signs.values(),
  'LessThanLowerOrGreaterThanUpperThreshold',
  'LessThanLowerThreshold',
  'GreaterThanUpperThreshold',
];

/** How an alarm compares, as a sign or in the words of the API. */
export type ComparisonOperator =
  | '>'
  | '>='
  | '<'
  | '<='
  | 'GreaterThanThreshold'
  | 'GreaterThanOrEqualToThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold'
  | 'LessThanLowerOrGreaterThanUpperThreshold'
  | 'LessThanLowerThreshold'
  | 'GreaterThanUpperThreshold';

/** A comparison; `check` gets the word of the API. */
export const comparisonOperator = argument<ComparisonOperator, string>(
  `'>', '>=', '<', '<=' or a ComparisonOperator such as 'GreaterThanThreshold'`,
  (given) => (typeof given === 'string' ? (signs.get(given) ?? names.find((name) => name === given)) : undefined),
);

/** The sign of an operator, or its name where it has none. */
export function operatorInWords(operator: string): string {
  return [...signs].find(([, name]) => name === operator)?.[0] ?? operator;
}
