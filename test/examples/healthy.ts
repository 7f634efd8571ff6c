import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServer } from '../../servers/start';
import { five } from './five';
import { run, testExample } from './run-example';

/** Deploys and tests every example on one server, through the command that other programs use. */
export function provesExamplesOn(name: 'ministack' | 'moto'): void {
  let server: Awaited<ReturnType<typeof startServer>>;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'stackproof-examples-'));
    server = await startServer(name);
  }, 60_000);

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(five)(
    '%s is healthy, and nothing in it goes unjudged',
    async (example) => {
      const outputsFile = path.join(folder, example, 'outputs.json');
      const deployed = await run('deploy', example, '--endpoint', server.endpoint, '--outputs', outputsFile);
      expect(deployed.output).toContain(`Outputs: ${outputsFile}`);
      const { exitCode, output, tests } = await testExample(example, server.endpoint, outputsFile);
      const failures = tests.filter(({ status }) => status === 'failed');
      expect(failures.flatMap(({ fullName, failureMessages }) => [fullName, ...failureMessages])).toEqual([]);
      expect(tests.some(({ status }) => status === 'passed')).toBe(true);
      expect(exitCode).toBe(0);
      expect(/nobody asserted on\n(?: {2}.*\n)*/.exec(output)?.[0]).toBeUndefined();
      const reset = await run('reset', example, '--endpoint', server.endpoint, '--outputs', outputsFile);
      expect(reset.output).toContain(`${name} at ${server.endpoint} is empty`);
    },
    120_000,
  );
}
