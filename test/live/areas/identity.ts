// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { ref, sub } from '../../../deploy';
import { type Area, rowsOf } from '../area';
import { administrators, allowService, denyInsecureTransport, policy, tags } from '../declarations';

const trust = (Principal: unknown) => policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' });
const outputs = { SecretArn: ref('Secret'), RoleName: ref('Role'), RoleArn: ref('Role.Arn') };

/** IAM roles and secrets. */
export const identity: Area = {
  healthy: {
    resources: {
      Role: {
        type: 'AWS::IAM::Role',
        properties: {
          AssumeRolePolicyDocument: trust({ Service: 'lambda.amazonaws.com' }),
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'],
          Tags: tags,
        },
      },
      Secret: {
        type: 'AWS::SecretsManager::Secret',
        properties: { SecretString: '{"password":"p"}', KmsKeyId: ref('DataKey.Arn'), Tags: tags },
      },
      SecretPolicy: {
        type: 'AWS::SecretsManager::ResourcePolicy',
        properties: {
          SecretId: ref('Secret'),
          ResourcePolicy: policy(
            administrators('secretsmanager:GetSecretValue'),
            allowService('ecs', 'secretsmanager:GetSecretValue', '*'),
            denyInsecureTransport('secretsmanager:*', '*'),
          ),
        },
      },
      SecretRotation: {
        type: 'AWS::SecretsManager::RotationSchedule',
        properties: {
          SecretId: ref('Secret'),
          RotationLambdaARN: ref('Function.Arn'),
          RotationRules: { AutomaticallyAfterDays: 30 },
        },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      Role: {
        type: 'AWS::IAM::Role',
        properties: {
          AssumeRolePolicyDocument: trust({
            Service: 'ec2.amazonaws.com',
            AWS: sub('arn:aws:iam::${AWS::AccountId}:root'),
          }),
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
        },
      },
      Secret: { type: 'AWS::SecretsManager::Secret', properties: { SecretString: '{"password":"p"}' } },
      DeletedSecret: { type: 'AWS::SecretsManager::Secret', properties: { SecretString: 'p' } },
    },
    outputs: { ...outputs, DeletedSecretArn: ref('DeletedSecret') },
  },
  afterwards: (_healthy, broken) =>
    broken
      .client('secrets-manager')
      .send(new DeleteSecretCommand({ SecretId: String(broken.outputs.DeletedSecretArn) })),
  rows: [
    ...rowsOf('AWS::IAM::Role', 'RoleName', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'not applicable', 'not applicable'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ RoleName: 'healthy-Role' }], 'pass', ['fail', /broken-Role/]],
      ['toTrust', ['lambda'], 'pass', ['fail', /ec2\.amazonaws\.com/]],
      ['toTrust', ['lambda', { only: true }], ['pass', /and nobody else/], 'fail'],
      ['toTrust', ['ec2'], 'fail', 'pass'],
      ['toTrust', ['ec2', { only: true }], 'fail', ['fail', /root/]],
      ['toTrust', [['ec2', 'lambda']], ['fault', /only some of them/], ['fault', /only some of them/]],
      ['toHaveManagedPolicy', ['AWSLambdaVPCAccessExecutionRole'], 'pass', ['fail', /AdministratorAccess/]],
      ['toHaveManagedPolicy', [/AdministratorAccess|PowerUserAccess/], 'fail', 'pass'],
    ]),
    ...rowsOf('AWS::IAM::Role', 'RoleArn', [['toTrust', ['lambda'], 'pass', 'fail']]),
    ...rowsOf('AWS::SecretsManager::Secret', 'SecretArn', [
      ['toBeAvailable', [], 'pass', 'pass'],
      ['toBeInState', ['available'], 'not applicable', 'not applicable'],
      ['toHaveTags', [{ Team: 'orders' }], 'pass', 'fail'],
      ['toHaveConfig', [{ Name: 'healthy-Secret' }], 'pass', ['fail', /broken-Secret/]],
      ['toBeEncryptedAtRest', [], 'pass', 'pass'],
      ['toBeKmsEncrypted', ({ resource }) => [{ key: resource('DataKeyArn'), manager: 'CUSTOMER' }], 'pass', undefined],
      [
        'toBeKmsEncrypted',
        [{ manager: 'CUSTOMER' }],
        undefined,
        ['fail', /managed by AWS/],
        { gaps: ['awsManagedKeyMissing', 'awsManagedKeyOfCustomer'] },
      ],
      ['toBeKmsEncrypted', [{ manager: 'AWS' }], ['fail', /managed by CUSTOMER/], undefined],
      [
        'toBeKmsEncrypted',
        [{ manager: 'AWS' }],
        undefined,
        'pass',
        { gaps: ['awsManagedKeyMissing', 'awsManagedKeyOfCustomer'] },
      ],
      ['toHaveRotation', [], 'pass', ['fail', /off/]],
      ['toHaveRotation', [{ periodInDays: { atMost: 30 } }], ['pass', /30 days/], 'fail'],
      ['toDenyInsecureTransport', [], 'pass', 'fail'],
      ['toGrantService', [{ service: 'ecs', actions: 'GetSecretValue' }], 'pass', 'fail'],
    ]),
    ...rowsOf('AWS::SecretsManager::Secret', 'DeletedSecretArn', [
      ['toBeAvailable', [], undefined, ['fail', /scheduled for deletion/]],
    ]),
  ],
};
