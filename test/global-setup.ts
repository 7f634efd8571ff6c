import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Makes the folder of the consumer tests; they fill it when they run. */
export default function globalSetup(): void {
  process.env.CONSUMER_FOLDER = mkdtempSync(path.join(os.tmpdir(), 'stackproof-consumer-'));
}
