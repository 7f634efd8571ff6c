import type { DescribeStateMachineOutput } from '@aws-sdk/client-sfn';
import type { ActName, Execution } from '../../acts';
import type { sfn } from '../../aws/sdk';
import type { ActingAws, Sdk } from '../../engine/aws';
import type { ActDeclaration } from '../../engine/resource';
import { told } from '../../engine/unjudged';
import { contentFields, contentText, textField } from './content';

type Package = typeof sfn extends Sdk<infer Used> ? Used : never;
type MachineAct<Name extends ActName> = ActDeclaration<Package, DescribeStateMachineOutput, Name>;

const execute: MachineAct<'execute'> = {
  calls: ['states:StartExecution', 'states:StartSyncExecution'],
  perform: async (machine, aws, { input: given = {}, name, withinSeconds }) => {
    const stateMachineArn = told(machine.stateMachineArn, 'stateMachineArn');
    const input = contentText(given);
    if (machine.type === 'EXPRESS') {
      const answer = await aws.act('StartSyncExecution', { stateMachineArn, input, name }, { withinSeconds });
      return executionOf(answer);
    }
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const started = await aws.act(
      'StartExecution',
      { stateMachineArn, input, name },
      // One name is one execution, however often it is started.
      { idempotent: true, undo: { what: `execution ${name}`, token: { id: executionArn } } },
    );
    return { id: told(started.executionArn, 'executionArn'), status: 'RUNNING' };
  },
};

const follow: MachineAct<'follow'> = {
  calls: ['states:DescribeExecution'],
  perform: (_machine, aws, { id }) => described(aws, id),
};

const remove: MachineAct<'remove'> = {
  calls: ['states:DescribeExecution', 'states:StopExecution'],
  perform: async (_machine, aws, token) => {
    const executionArn = textField(contentFields(token, 'an id', ['id']), 'id');
    if ((await described(aws, executionArn)).status !== 'RUNNING') return {};
    const cause = 'The test that started it no longer waits for it.';
    await aws.act('StopExecution', { executionArn, cause }, { idempotent: true });
    return {};
  },
};

/** What can be done to a state machine. */
export const machineActs = { execute, follow, remove };

async function described(aws: ActingAws<Package>, executionArn: string): Promise<Execution> {
  return executionOf(await aws.act('DescribeExecution', { executionArn }));
}

function executionOf(answer: {
  executionArn?: string;
  status?: string;
  output?: string;
  error?: string;
  cause?: string;
}): Execution {
  const { output, error, cause } = answer;
  return {
    id: told(answer.executionArn, 'executionArn'),
    status: told(answer.status, 'status'),
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  };
}
