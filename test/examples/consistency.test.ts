import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatOutputs } from '../../deploy';
import type { Mistake } from '../../examples/failure';
import { loadExample } from '../../examples/list';
import { type Output, parseOutputs } from '../../src/outputs';
import { five } from './five';
import { testExample } from './run-example';

const nowhere = 'http://127.0.0.1:9';

/** The title without the reason for which it is skipped. */
function titleOf({ fullName }: { fullName: string }): string {
  return fullName.replace(/ \[skipped: .*\]$/s, '');
}

function namesIn(content: unknown): [stack: string | undefined, key: string][] {
  return parseOutputs(content).entries.map(({ key, stack }: Output) => [stack, key]);
}

describe.each(five)('%s', (name) => {
  const { stack, folder } = loadExample(name);
  let mistakes: Mistake[];
  const values = Object.fromEntries(Object.keys(stack.outputs ?? {}).map((key) => [key, 'value']));
  const declared = namesIn(formatOutputs(values, stack.outputsFormat, stack.outputsOptions));

  beforeAll(() => {
    mistakes = require(path.join(folder, 'mistakes.js'));
  });

  test('the sample holds the outputs that the stack declares, as its tool writes them', () => {
    const sample = JSON.parse(readFileSync(path.join(folder, 'outputs.sample.json'), 'utf8')) as unknown;
    expect(namesIn(sample).sort()).toEqual(declared.sort());
    expect(parseOutputs(sample).entries.filter(({ missing }) => missing !== undefined)).toEqual([]);
  });

  test('has at least 20 mistakes, each said once and in full', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(20);
    expect(new Set(mistakes.map((mistake) => mistake.name)).size).toBe(mistakes.length);
    for (const mistake of mistakes) {
      expect(mistake).toEqual({
        name: expect.stringMatching(/\S/),
        output: expect.stringMatching(/\S/),
        test: expect.stringMatching(/\S/),
        expected: expect.anything(),
        received: expect.anything(),
        apply: expect.any(Function),
        ...(mistake.on && { on: expect.any(Object) }),
      });
      expect(Object.keys(mistake.on ?? {}).filter((server) => server !== 'moto' && server !== 'ministack')).toEqual([]);
    }
  });

  test('every mistake names an output of the stack', () => {
    const keys = declared.map(([, key]) => key);
    expect(mistakes.filter(({ output }) => !keys.includes(output)).map(({ output }) => output)).toEqual([]);
  });

  test('is skipped as a whole where nothing is deployed, and holds every test that a mistake names', async () => {
    const { exitCode, tests } = await testExample(name, nowhere, path.join(folder, 'cfn-outputs', 'not-deployed.json'));
    expect(tests.filter(({ status }) => status !== 'pending').map(titleOf)).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
    expect(exitCode).toBe(0);
    const titles = tests.map(titleOf);
    expect(new Set(titles).size).toBe(titles.length);
    expect(mistakes.filter((mistake) => !titles.includes(mistake.test)).map((mistake) => mistake.test)).toEqual([]);
  }, 90_000);
});
