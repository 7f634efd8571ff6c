import type { ServerName } from '../options';

/** Where each server tells who it is, and what only it says there. */
const selves: Record<ServerName, { path: string; says: RegExp }> = {
  ministack: { path: '/_ministack/health', says: /^\s*\{\s*"/ },
  moto: { path: '/moto-api/', says: /<title>Moto<\/title>/i },
};

const timeoutMilliseconds = 20_000;
const attempts = 3;

/** Which server answers at an endpoint; `undefined` where another one does, or none. */
export async function serverAt(endpoint: string): Promise<ServerName | undefined> {
  const names = Object.keys(selves) as ServerName[];
  const answers = await Promise.all(names.map((name) => isAt(name, endpoint)));
  return names.find((_, index) => answers[index]);
}

async function isAt(name: ServerName, endpoint: string): Promise<boolean> {
  const { path, says } = selves[name];
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(new URL(path, endpoint), { signal: AbortSignal.timeout(timeoutMilliseconds) });
      return response.ok && says.test(await response.text());
    } catch (error) {
      // Not by instanceof: in a Jest sandbox, the errors of fetch are of another realm.
      const { name: kind, cause } = error as Error & { cause?: { code?: string } };
      if (kind !== 'TypeError' && kind !== 'TimeoutError') throw error;
      // Nobody listens, which the first read of a test says with the endpoint. A busy server is asked again, because
      // without its gaps a healthy stack would be blamed.
      if (cause?.code === 'ECONNREFUSED' || attempt === attempts) return false;
    }
  }
}
