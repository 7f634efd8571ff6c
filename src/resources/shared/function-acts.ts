import type { ActName, Json } from '../../acts';
import type { lambda } from '../../aws/sdk';
import type { ActingAws, Sdk } from '../../engine/aws';
import type { ActDeclaration } from '../../engine/resource';
import { notImplementedHere, told } from '../../engine/unjudged';

type Package = typeof lambda extends Sdk<infer Used> ? Used : never;

/** What is known of something that can be called: its own ARN, with the alias where there is one. */
export interface Called {
  arn: string;
  timeoutInSeconds: number;
}

/** Time for the start of the function and for the way. */
const aroundInSeconds = 15;

/**
 * What can be done to a function, or to an alias of one.
 *
 * @param called reads from the facts what is called.
 */
export function functionActs<Facts>(called: (facts: Facts, aws: ActingAws<Package>) => Promise<Called>) {
  const deliver: ActDeclaration<Package, Facts, 'deliver'> = {
    calls: ['lambda:Invoke'],
    perform: async (facts, aws, { content }) => {
      const { arn } = await called(facts, aws);
      const input = { FunctionName: arn, InvocationType: 'Event' as const, Payload: bytesOf(content) };
      const answer = await aws.act('Invoke', input);
      refuseEmpty(aws, textOf(answer.Payload));
      return {};
    },
  };
  const invoke: ActDeclaration<Package, Facts, 'invoke'> = {
    calls: ['lambda:Invoke'],
    perform: async (facts, aws, { payload, withinSeconds }) => {
      const { arn, timeoutInSeconds } = await called(facts, aws);
      const input = {
        FunctionName: arn,
        InvocationType: 'RequestResponse' as const,
        LogType: 'Tail' as const,
        ...(payload !== undefined && { Payload: bytesOf(payload) }),
      };
      const started = Date.now();
      const options = { withinSeconds: withinSeconds ?? timeoutInSeconds + aroundInSeconds };
      const answer = await aws.act('Invoke', input, options);
      const text = textOf(answer.Payload);
      if (answer.FunctionError !== undefined) refuseEmpty(aws, text);
      told(answer.StatusCode, 'StatusCode');
      return {
        payload: text,
        ...(answer.FunctionError !== undefined && { error: answer.FunctionError }),
        ...(answer.LogResult && { log: Buffer.from(answer.LogResult, 'base64').toString('utf8') }),
        milliseconds: Date.now() - started,
      };
    },
  };
  const acts: { [Name in 'deliver' | ('invoke' & ActName)]: ActDeclaration<Package, Facts, Name> } = {
    deliver,
    invoke,
  };
  return acts;
}

/** A server that runs functions in containers answers with its own trouble where it finds no Docker. */
function refuseEmpty({ endpoint }: ActingAws<Package>, text: string): void {
  if (endpoint === undefined || !/^"?(?:handled )?error running docker\b/i.test(text)) return;
  throw notImplementedHere(
    `${endpoint} does not run the code of functions here (it answered ${JSON.stringify(text.slice(0, 80))})`,
    'Run this test against AWS or against a server that runs functions.',
  );
}

function bytesOf(payload: Json): Uint8Array {
  return Buffer.from(JSON.stringify(payload), 'utf8');
}

function textOf(payload: Uint8Array | undefined): string {
  return payload ? Buffer.from(payload).toString('utf8') : '';
}
