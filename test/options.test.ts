import { readOptions, variableOf } from '../src/options';
import { OptionsError } from '../src/options-error';

test('the environment wins over the configuration', () => {
  expect(readOptions({ missing: 'skip', region: 'eu-west-1' }, { STACKPROOF_MISSING: 'fail' })).toEqual({
    missing: 'fail',
    region: 'eu-west-1',
  });
});

test.each([
  ['requestTimeoutInSeconds', 'STACKPROOF_REQUEST_TIMEOUT_IN_SECONDS', '2.5', 2.5],
  ['maxAttempts', 'STACKPROOF_MAX_ATTEMPTS', '1', 1],
  ['prefetch', 'STACKPROOF_PREFETCH', 'no', false],
  ['allowActs', 'STACKPROOF_ALLOW_ACTS', 'true', true],
  ['extensions', 'STACKPROOF_EXTENSIONS', './a.ts, ./b.ts', ['./a.ts', './b.ts']],
  ['outputs', 'STACKPROOF_OUTPUTS', 'out.json', 'out.json'],
  ['gaps', 'STACKPROOF_GAPS', '../gaps.json', '../gaps.json'],
] as const)('%s is also %s', (option, variable, text, value) => {
  expect(variableOf(option)).toBe(variable);
  expect(readOptions({}, { [variable]: text })).toEqual({ [option]: value });
});

test.each([
  [{ mising: 'fail' }, {}, 'unknown option globals.stackproof.mising. The options are outputs, missing,'],
  ['strict', {}, 'globals.stackproof must be an object of options, received "strict"'],
  [
    { region: 'Ireland' },
    {},
    'globals.stackproof.region is wrong: must be a region such as eu-west-1 (received "Ireland")',
  ],
  [{ endpoint: 'localhost' }, {}, 'globals.stackproof.endpoint is wrong: must be a URL'],
  // Without a scheme it would be a URL whose host is the port.
  [{}, { STACKPROOF_ENDPOINT: 'localhost:4566' }, 'STACKPROOF_ENDPOINT is wrong: must be a URL such as http://'],
  [{}, { STACKPROOF_MISSING: 'x' }, "STACKPROOF_MISSING is wrong: must be 'skip' or 'fail' (received \"x\")"],
  [{ roleArn: 'reader' }, {}, 'globals.stackproof.roleArn is wrong: must be the ARN of a role'],
  [{ gaps: 5 }, {}, 'globals.stackproof.gaps is wrong: must be a JSON file or a list of gaps (received 5)'],
  [
    { gaps: [{ server: 'moto', type: 'Queue', matcher: 'toHaveTags', reason: 'r' }] },
    {},
    'globals.stackproof.gaps.0.type is wrong: must be a type such as AWS::SQS::Queue (received "Queue")',
  ],
  [{}, { STACKPROOF_MAX_ATTEMPTS: 'many' }, 'STACKPROOF_MAX_ATTEMPTS is wrong'],
  [{}, { STACKPROOF_ALLOW_ACTS: 'perhaps' }, 'STACKPROOF_ALLOW_ACTS is wrong'],
  [{}, { STACKPROOF_PREFETCH: 'perhaps' }, 'STACKPROOF_PREFETCH is wrong'],
  [{}, { STACKPROOF_OUTPUT: 'a.json' }, 'unknown variable STACKPROOF_OUTPUT. The variables are STACKPROOF_OUTPUTS,'],
])('%j with %j is refused', (given, environment, message) => {
  expect(() => readOptions(given, environment)).toThrow(OptionsError);
  expect(() => readOptions(given, environment)).toThrow(message);
});
