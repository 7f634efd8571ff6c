import type { connect } from '../../deploy/aws.js';

export { valueAt } from '../../deploy/aws.js';

/** Calls of the SDK, spelled as in CloudFormation or as in the API. */
export type Calls = ReturnType<typeof connect>;

/** Shows a gap on a running server: true while it is there. `aws` speaks to the server as nobody else does. */
export type Probe = (aws: Calls) => Promise<boolean>;

/** HTTP status with which a call is answered. */
export async function statusOf(call: Promise<unknown>): Promise<number | undefined> {
  try {
    await call;
    return 200;
  } catch (error) {
    const { cause } = error as { cause?: { $metadata?: { httpStatusCode?: number } } };
    return cause?.$metadata?.httpStatusCode;
  }
}

/** A role that Lambda and Step Functions may assume. */
export async function roleArn(aws: Calls, RoleName: string): Promise<unknown> {
  const Statement = [{ Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] }, Action: 'sts:AssumeRole' }];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  const { Role } = await aws.call('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
  return (Role as { Arn?: string }).Arn;
}
