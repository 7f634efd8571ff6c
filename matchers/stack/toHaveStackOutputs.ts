import { argument, isRecord, isRefusal } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { judgeProperties } from '../value/properties';
import { type ExpectedText, expectedText, fits, isAsymmetric, shown } from '../value/value-match';

/** Outputs that must be there: with their values, or by their keys alone. */
export type ExpectedOutputs = Record<string, ExpectedText> | string[];

type OutputRow = [key: string, value: ExpectedText | undefined];

const expectedOutputs = argument<ExpectedOutputs, OutputRow[]>(
  "outputs with their values ({ Stage: 'prod' }) or a list of output keys (['BucketName'])",
  (given) => {
    if (Array.isArray(given)) {
      const keys = given.filter((key): key is string => typeof key === 'string' && key !== '');
      return keys.length > 0 && keys.length === given.length
        ? keys.map((key): OutputRow => [key, undefined])
        : undefined;
    }
    if (!isRecord(given) || isHandle(given) || isAsymmetric(given)) return undefined;
    const rows = Object.entries(given);
    if (rows.length === 0 || rows.some(([, value]) => isRefusal(expectedText.read(value)))) return undefined;
    return rows as OutputRow[];
  },
);

export const toHaveStackOutputs = defineMatcher({
  facet: 'stackDeployment',
  summary: 'tells the given outputs',
  takes: [expectedOutputs],
  check: ({ outputs }, wanted: OutputRow[]) => {
    const judgement = judgeProperties(
      wanted.map(([key, value]) => {
        const received = Object.hasOwn(outputs, key) ? outputs[key] : undefined;
        return {
          name: key,
          pass: value === undefined ? Boolean(received) : fits(value, received),
          expected: value === undefined ? 'any value' : shown(value),
          received: received ?? 'no such output',
        };
      }),
    );
    return {
      ...judgement,
      advice: judgement.pass ? undefined : `The stack tells ${Object.keys(outputs).join(', ') || 'nothing'}.`,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the CloudFormation stack tells all of these outputs; others may be there too. An output without a value
     * does not count. Some as given and some not fails in both directions.
     *
     * @param outputs output keys with their values, or a list of keys.
     * @example await expect(stack).toHaveStackOutputs(['ApiUrl', 'OrdersTableName']);
     */
    toHaveStackOutputs: Method<T, 'stackDeployment', [outputs: ExpectedOutputs]>;
  }
}
