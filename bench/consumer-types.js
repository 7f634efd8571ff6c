// @ts-check
/** A consumer's test file of 600 lines, with matchers on typed handles and with plain functions instead of them. */

const lines = 600;

/** Types with matchers that they answer, as suites use them. */
const asked = [
  ['AWS::RDS::DBInstance', 'toBeMultiAz()', "toHaveEngineVersion('15')", 'toHaveDeletionProtection()', 'toExist()'],
  ['AWS::S3::Bucket', 'toHaveVersioning()', 'toBlockPublicAccess()', "toBeKmsEncrypted({ manager: 'CUSTOMER' })"],
  ['AWS::Lambda::Function', 'toHaveTimeout(60)', "toHaveRuntime('nodejs20.x')", 'toHaveMemory(512)', 'toBeInVpc()'],
  ['AWS::DynamoDB::Table', "toHaveBillingMode('PAY_PER_REQUEST')", 'toHavePointInTimeRecovery()', 'toBeAvailable()'],
  ['AWS::KMS::Key', 'toHaveKeyRotation()', "toGrantService('logs')", "toHaveTags({ Project: 'orders' })", 'toExist()'],
  ['AWS::SNS::Topic', "toHaveSubscription({ protocol: 'email' })", 'toBeEncryptedAtRest()', 'toExist()'],
];

/** @param {(type: number, matcher: number) => string} write one line */
function body(write) {
  return Array.from({ length: lines }, (_, line) => {
    const type = line % asked.length;
    const matchers = (asked[type]?.length ?? 1) - 1;
    return `  ${write(type, 1 + (Math.floor(line / asked.length) % matchers))}`;
  }).join('\n');
}

function withMatchers() {
  const handles = asked.map(([type], index) => `const handle${index} = resource('Output${index}', '${type}');`);
  return `import { resource } from 'stackproof';
${handles.join('\n')}
test('everything', async () => {
${body((type, matcher) => `await expect(handle${type}).${asked[type]?.[matcher]};`)}
});
`;
}

function withFunctions() {
  return `declare function read(output: string): Promise<Record<string, unknown>>;
declare function check(actual: unknown, expected: unknown): Promise<void>;
test('everything', async () => {
${body((type, matcher) => `await check((await read('Output${type}')).field${matcher}, 'value');`)}
});
`;
}

module.exports = { lines, withFunctions, withMatchers };
