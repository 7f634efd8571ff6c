import { deploy } from '../../deploy';
import { connect } from '../../deploy/aws.js';
import * as matchers from '../../matchers';
import { startServer } from '../../servers/start';
import type { Ledger } from '../../src/aws/ledger';
import { judge } from '../../src/engine/judge';
import type { MatcherDefinition } from '../../src/engine/matcher';
import type { Verdict } from '../../src/engine/verdict';
import { type LiveStack, liveAccount, type Server } from '../live/live-account';
import { flows } from './stack';

/** The system for flows on a running server. */
export interface Stage {
  server: Server;
  stack: LiveStack;
  ledger: Ledger;
  ask(matcher: keyof typeof matchers, handle: unknown, args?: unknown[], negated?: boolean): Promise<Verdict>;
  close(): Promise<void>;
}

/** Starts a server, deploys the system, and asks as a test does where acts are allowed. */
export async function stageOn(
  name: Server['name'],
  options: { allowActs?: boolean } = { allowActs: true },
): Promise<Stage> {
  const server = await startServer(name);
  const account = liveAccount(server, { ...options, requestTimeoutInSeconds: 10 });
  const { outputs } = await deploy(flows, server);
  const deliveryStream = {
    DeliveryStreamName: 'acts-delivery',
    ExtendedS3DestinationConfiguration: {
      RoleARN: 'arn:aws:iam::123456789012:role/acts-role',
      BucketARN: 'arn:aws:s3:::acts-delivered',
    },
  };
  const aws = connect(server);
  await aws.call('s3', 'CreateBucket', { Bucket: 'acts-delivered' });
  await aws.call('firehose', 'CreateDeliveryStream', deliveryStream);
  return {
    server,
    stack: account.stack(outputs),
    ledger: account.ledger,
    ask: (matcher, handle, args = [], negated = false) => {
      const definition = (matchers as Record<string, MatcherDefinition>)[matcher];
      if (!definition) throw new Error(`there is no matcher ${matcher}`);
      return judge({ matcher, definition, args, negated, print: JSON.stringify }, handle);
    },
    close: async () => {
      account.close();
      await server.stop();
    },
  };
}
