import { Ledger } from '../../src/aws/ledger';
import { LiveAccount } from '../../src/aws/live-account';
import type { Recognise } from '../../src/aws/locate';
import type { AccountOptions } from '../../src/aws/options';
import { type ResourceDefinition, typesByName } from '../../src/engine/resource';
import { Unjudged, type UnjudgedData } from '../../src/engine/unjudged';
import { bucket, instance, key, securityGroup } from './catalog';

/** Takes AWS's variables out of the environment, and puts credentials in that any AWS-compatible server accepts. */
export function cleanEnvironment(credentials = { accessKeyId: 'test', secretAccessKey: 'test' }): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;
  process.env.AWS_EC2_METADATA_DISABLED = 'true';
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  process.env.AWS_CONFIG_FILE = '/dev/null';
  process.env.AWS_SHARED_CREDENTIALS_FILE = '/dev/null';
}

const open: LiveAccount[] = [];

afterEach(() => {
  for (const account of open.splice(0)) account.destroy();
});

/** An account over the catalog of these tests, closed after the test. */
export function liveAccount(
  options: AccountOptions = { region: 'eu-west-1' },
  more: { catalog?: ResourceDefinition[]; recognise?: Recognise } = {},
): { account: LiveAccount; ledger: Ledger } {
  const ledger = new Ledger();
  const catalog = more.catalog ?? [instance, key, bucket, securityGroup];
  const account = new LiveAccount(typesByName(catalog), options, ledger, more.recognise);
  open.push(account);
  return { account, ledger };
}

/** What a question that nothing could judge was refused with. Fails for an answer and for any other error. */
export async function unjudged(question: Promise<unknown>): Promise<UnjudgedData> {
  const settled = await question.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if ('answer' in settled) throw new Error(`answered ${JSON.stringify(settled.answer)}`);
  if (!Unjudged.is(settled.error)) throw settled.error;
  return settled.error.data;
}
