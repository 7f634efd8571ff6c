import { rmSync } from 'node:fs';

/** Leaves nothing behind. */
export default function globalTeardown(): void {
  if (process.env.CONSUMER_FOLDER) rmSync(process.env.CONSUMER_FOLDER, { recursive: true, force: true });
}
