import { Clients } from '../../src/aws/clients';
import type { SdkClient, SdkOutput } from '../../src/aws/sdk-client';

/** A request as a client of the SDK is given it. */
export interface Request {
  /** Package of the client, such as `@aws-sdk/client-rds`. */
  package: string;
  /** Such as `DescribeDBInstances`. */
  operation: string;
  input: object;
}

/** Answers a request; `send` is what the client itself would do. */
export type Answering = (request: Request, send: () => Promise<SdkOutput>) => Promise<SdkOutput>;

/** Puts itself between every client of the SDK and AWS. Ends with `jest.restoreAllMocks()`. */
export function answerAll(answering: Answering): void {
  const connect = Clients.prototype.connect;
  jest.spyOn(Clients.prototype, 'connect').mockImplementation(async function (this: Clients, sdk, region, once) {
    const connection = await connect.call(this, sdk, region, once);
    const { client } = connection;
    const send: SdkClient['send'] = (command, options) => {
      const { input } = command as { input: object };
      const operation = command.constructor.name.replace(/Command$/, '');
      return answering({ package: sdk.package, operation, input }, () => client.send(command, options));
    };
    // The paginators of the SDK ask for a client of its class.
    return { ...connection, client: Object.create(client, { send: { value: send } }) };
  });
}
