import { setTimeout as sleep } from 'node:timers/promises';
import { CreateStackCommand, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import type { Deployed } from '../../../live/area';
import type { Topic } from '../row';

/** A CloudFormation stack; the broken one was rolled back. */
export const formation: Topic = {
  on: ['ministack'],
  healthy: { resources: {}, outputs: {} },
  broken: { resources: {}, outputs: {} },
  afterwards: async (healthy, broken) => {
    await createStack(healthy, 'healthy-formation', { Topic: { Type: 'AWS::SNS::Topic' } });
    const ServiceToken = `arn:aws:lambda:${broken.region}:${broken.accountId}:function:gone`;
    await createStack(broken, 'broken-formation', { Widget: { Type: 'Custom::Widget', Properties: { ServiceToken } } });
  },
};

/** Waits until it has an end; its id becomes an output. */
async function createStack({ client, outputs }: Deployed, StackName: string, Resources: object): Promise<void> {
  const cloudformation = client('cloudformation');
  const TemplateBody = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources });
  const { StackId } = await cloudformation.send(new CreateStackCommand({ StackName, TemplateBody }));
  outputs.FormationStackId = StackId;
  const isUnderWay = async () => {
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName }));
    return (Stacks as Stack[]).some(({ StackStatus }) => StackStatus?.endsWith('_IN_PROGRESS'));
  };
  while (await isUnderWay()) await sleep(50);
}
