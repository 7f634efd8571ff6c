import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';

/** Puts recorded answers in the place of AWS and returns the clients that answer, for `restore()`. */
export type Recording = () => { restore(): void }[];

/** Runs with recorded answers and gives the clients back afterwards, whatever happened. */
export async function withRecording<Result>(recording: Recording, run: () => Promise<Result>): Promise<Result> {
  const sts = mockClient(STSClient);
  sts.on(GetCallerIdentityCommand).resolves({ Account: '123456789012' });
  const clients = [sts, ...recording()];
  try {
    return await run();
  } finally {
    for (const client of clients) client.restore();
  }
}
