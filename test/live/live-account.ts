import type { startServer } from '../../servers/start';
import { Ledger } from '../../src/aws/ledger';
import { LiveAccount } from '../../src/aws/live-account';
import type { AccountOptions } from '../../src/aws/options';
import { targetOf } from '../../src/broker/target';
import { createHandle, type Resource, type Resources } from '../../src/engine/handle';
import { type ResourceDefinition, typesByName } from '../../src/engine/resource';
import { targetsFor } from '../../src/jest/resolve';
import { discover, parseOutputs } from '../../src/outputs';
import * as catalog from '../../src/resources';

export type Server = Awaited<ReturnType<typeof startServer>>;

/** The resources behind the outputs of one stack. */
export interface LiveStack {
  readonly outputs: Readonly<Record<string, unknown>>;
  /** One resource, as `resource(key, type)` gives it in a test. */
  resource(key: string, type?: string): Resource;
  /** Every resource of an output, as `resources(key, type)` gives them. */
  resources(key: string, type?: string): Resources;
}

const types = typesByName(Object.values(catalog) as ResourceDefinition[]);

/** The account of a server, read by the same parts as in a run: outputs, recognition, live account. */
export function liveAccount({ endpoint, region, credentials }: Server, options: AccountOptions = {}) {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
  const ledger = new Ledger();
  const recognise = (text: string) => discover({ value: text }).map(targetOf)[0];
  const source = new LiveAccount(types, { endpoint, region, ...options }, ledger, recognise);

  const stack = (values: Record<string, unknown>): LiveStack => {
    const outputs = parseOutputs(values);
    const deployment = { outputs, searched: [], discovered: discover(outputs), gaps: [] };
    const backend = { accepted: async (type: string) => types.get(type)?.accepts ?? [] };
    const handle = (many: boolean, key: string, type?: string) =>
      createHandle({
        description: `resource${many ? 's' : ''}('${key}')`,
        many,
        source,
        targets: async () => targetsFor({ backend, deployment }, key, many, type),
      });
    return {
      outputs: values,
      resource: (key, type) => handle(false, key, type) as Resource,
      resources: (key, type) => handle(true, key, type) as Resources,
    };
  };
  return { stack, ledger, close: () => source.destroy() };
}
