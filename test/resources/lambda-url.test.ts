import {
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
  LambdaClient,
  ListFunctionsCommand,
  ListFunctionUrlConfigsCommand,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { lambdaUrl } from '../../src/resources/lambda-url';
import { asking } from './answers';
import { refusal } from './refusal';

const lambda = mockClient(LambdaClient);
const { ask, exists } = asking('AWS::Lambda::Url', [lambdaUrl]);

const FunctionUrl = 'https://abcdefghij.lambda-url.eu-west-1.on.aws/';
const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const guarded = { FunctionUrl, FunctionArn: arn, AuthType: 'AWS_IAM' as const, CreationTime: '', LastModifiedTime: '' };

beforeEach(() => {
  lambda.reset();
  lambda.on(GetFunctionUrlConfigCommand).resolves(guarded);
  lambda.on(ListFunctionsCommand).resolves({ Functions: [{ FunctionName: 'users' }, { FunctionName: 'orders' }] });
  lambda.on(ListFunctionUrlConfigsCommand).resolves({ FunctionUrlConfigs: [] });
  lambda.on(ListFunctionUrlConfigsCommand, { FunctionName: 'orders' }).resolves({ FunctionUrlConfigs: [guarded] });
});

test.each([arn, 'orders', 'orders/live', FunctionUrl, FunctionUrl.slice(8, -1)])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: FunctionUrl });
  expect(await ask(id, 'clientAuthentication')).toEqual({ required: true, methods: ['AWS_IAM'] });
  expect(await ask(id, 'publicAccess')).toEqual({ public: false, because: 'AuthType is AWS_IAM' });
  expect(await ask(id, 'cors')).toEqual({ rules: [] });
});

test('a URL without authentication is public when the policy says so', async () => {
  lambda.on(GetFunctionUrlConfigCommand).resolves({ ...guarded, AuthType: 'NONE', Cors: { AllowOrigins: ['*'] } });
  lambda.on(GetPolicyCommand).rejects(refusal('ResourceNotFoundException', 404));
  expect(await ask('orders', 'publicAccess')).toMatchObject({ public: false });
  expect(await ask('orders', 'cors')).toEqual({ rules: [{ origins: ['*'], methods: [], headers: [] }] });
  const statement = { Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunctionUrl', Resource: arn };
  lambda
    .on(GetPolicyCommand, { FunctionName: 'orders' })
    .resolves({ Policy: JSON.stringify({ Statement: statement }) });
  expect(await ask('orders', 'publicAccess')).toMatchObject({ public: true });
});

test('a URL that nobody has does not exist', async () => {
  expect(await exists('https://zzz.lambda-url.eu-west-1.on.aws/')).toBe(false);
  lambda.on(GetFunctionUrlConfigCommand).rejects(refusal('ResourceNotFoundException', 404));
  expect(await exists('orders')).toBe(false);
});
