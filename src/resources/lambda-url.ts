import type { FunctionUrlConfig } from '@aws-sdk/client-lambda';
import { lambda } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { PublicAccess } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { policyStatements } from './shared/policy';

type Lambda = AwsOf<typeof lambda>;
type Url = Pick<FunctionUrlConfig, 'AuthType' | 'Cors' | 'FunctionArn' | 'FunctionUrl' | 'InvokeMode'>;

export const lambdaUrl = defineResource({
  type: 'AWS::Lambda::Url',
  label: 'Lambda function URL',
  sdk: lambda,
  reads: ['lambda:GetFunctionUrlConfig', 'lambda:ListFunctions', 'lambda:ListFunctionUrlConfigs'],
  notFound: ['ResourceNotFoundException'],
  accepts: ['AWS::Lambda::Function', 'AWS::Lambda::Alias'],
  facts: async (aws, { id, value }): Promise<Url | undefined> => {
    const address = [value, id].find((each) => /^https?:|\.lambda-url\./.test(each));
    if (address !== undefined) return findByAddress(aws, address);
    const [, FunctionName = id, Qualifier] = /^([\w-]+)\/([\w-]+)$/.exec(id) ?? [];
    return aws.call('GetFunctionUrlConfig', { FunctionName, ...(Qualifier && { Qualifier }) });
  },
  facets: {
    identity: {
      fields: 'FunctionUrl, FunctionArn',
      read: (url) => ({
        arn: told(url.FunctionArn, 'FunctionArn'),
        id: told(url.FunctionUrl, 'FunctionUrl'),
      }),
    },
    lifecycle: { fields: 'FunctionUrl', read: () => ({ available: true }) },
    serviceEndpoint: {
      fields: 'FunctionUrl',
      read: (url) => ({ address: told(url.FunctionUrl, 'FunctionUrl'), port: 443 }),
    },
    clientAuthentication: {
      fields: 'AuthType',
      read: (url) => {
        const type = told(url.AuthType, 'AuthType');
        return { required: type !== 'NONE', methods: [type] };
      },
    },
    publicAccess: {
      fields: 'AuthType, Policy',
      reads: ['lambda:GetPolicy'],
      read: (url, aws) => exposure(url, aws),
    },
    cors: {
      fields: 'Cors',
      read: ({ Cors: allowed }) => ({
        rules: allowed
          ? [
              {
                origins: allowed.AllowOrigins ?? [],
                methods: allowed.AllowMethods ?? [],
                headers: allowed.AllowHeaders ?? [],
              },
            ]
          : [],
      }),
    },
    webAddress: { fields: 'FunctionUrl', read: (url) => ({ address: told(url.FunctionUrl, 'FunctionUrl') }) },
  },
  acts: {
    request: {
      calls: ['http:Request'],
      perform: (url, aws, request) => aws.request(told(url.FunctionUrl, 'FunctionUrl'), request),
    },
  },
});

/** Lambda cannot be asked by address, so every function of the region is asked for its addresses. */
async function findByAddress(aws: Lambda, address: string): Promise<Url | undefined> {
  const host = hostOf(address);
  const functions = await aws.list('ListFunctions', {}, (page) => page.Functions);
  const names = functions.map((each) => told(each.FunctionName, 'Functions[].FunctionName'));
  const lists = await Promise.all(
    names.map((FunctionName) =>
      aws.list('ListFunctionUrlConfigs', { FunctionName }, (page) => page.FunctionUrlConfigs),
    ),
  );
  return lists.flat().find((url) => url.FunctionUrl !== undefined && hostOf(url.FunctionUrl) === host);
}

function hostOf(address: string): string {
  return address
    .replace(/^https?:\/\//, '')
    .replace(/[/:?#].*$/, '')
    .toLowerCase();
}

/** An address without authentication still needs a permission that lets everybody call it. */
async function exposure(url: Url, aws: Lambda): Promise<PublicAccess> {
  const type = told(url.AuthType, 'AuthType');
  if (type !== 'NONE') return { public: false, because: `AuthType is ${type}` };
  const [, FunctionName, Qualifier] = /function:([^:]+)(?::([^:]+))?$/.exec(told(url.FunctionArn, 'FunctionArn')) ?? [];
  const answer = await aws.callOrAbsent(['ResourceNotFoundException'], 'GetPolicy', {
    FunctionName: told(FunctionName, 'FunctionArn'),
    ...(Qualifier && { Qualifier }),
  });
  const open = policyStatements(answer?.Policy).some(
    ({ effect, principals, actions }) =>
      effect === 'Allow' &&
      Object.values(principals).flat().includes('*') &&
      actions.some((action) => /^(?:\*|lambda:(?:\*|invoke\*|invokefunction(?:url)?))$/i.test(action)),
  );
  return open
    ? { public: true, because: 'AuthType is NONE and the policy lets everybody call it' }
    : { public: false, because: 'AuthType is NONE, and no permission lets everybody call it' };
}
