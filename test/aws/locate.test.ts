import { locate, type Recognise } from '../../src/aws/locate';
import { type ResourceDefinition, typesByName } from '../../src/engine/resource';
import { Unjudged } from '../../src/engine/unjudged';
import { bucket, instance, key, securityGroup, target } from './catalog';

const alias: ResourceDefinition = { ...bucket, type: 'AWS::KMS::Alias', label: 'KMS alias' };
const keyOrAlias: ResourceDefinition = { ...key, accepts: ['AWS::KMS::Alias'] };
const catalog = [bucket, instance, keyOrAlias, securityGroup];
const near = target('AWS::RDS::DBInstance', { region: 'eu-west-1', account: '111122223333' });

const recognise: Recognise = (text) => {
  const [, service, region, account, id] = /^arn:aws:(\w+):([^:]*):(\d*):(?:\w+[:/])?(.+)$/.exec(text) ?? [];
  const types: Record<string, string> = { rds: 'AWS::RDS::DBInstance', kms: 'AWS::KMS::Key', acme: 'AWS::Acme::Thing' };
  if (text.startsWith('sg-')) return { type: 'AWS::EC2::SecurityGroup', id: text };
  const type = types[service ?? ''];
  return type && id ? { type, id, region, account } : undefined;
};

const find = (name: string, facet: Parameters<typeof locate>[1], types = catalog) =>
  locate(name, facet, near, typesByName(types), recognise);

test.each([
  [
    'an ARN',
    'arn:aws:rds:us-east-2:999988887777:db:orders',
    'identity',
    { type: 'AWS::RDS::DBInstance', id: 'orders', identifier: 'arn', region: 'us-east-2', account: '999988887777' },
  ],
  [
    "a key's ARN, which may be of another account",
    'arn:aws:kms:us-east-2:999988887777:key/1234',
    'key',
    {
      type: 'AWS::KMS::Key',
      id: 'arn:aws:kms:us-east-2:999988887777:key/1234',
      region: 'us-east-2',
      account: undefined,
    },
  ],
  [
    'an alias where a key is wanted',
    'alias/orders',
    'keyRotation',
    { type: 'AWS::KMS::Key', id: 'alias/orders', region: 'eu-west-1', account: '111122223333' },
  ],
  [
    'an id that says its type',
    'sg-1234',
    'identity',
    { type: 'AWS::EC2::SecurityGroup', id: 'sg-1234', region: 'eu-west-1' },
  ],
  [
    'a name, by the only type that answers',
    'orders',
    'versioning',
    { type: 'AWS::S3::Bucket', id: 'orders', identifier: 'id', region: 'eu-west-1', account: '111122223333' },
  ],
] as const)('%s', (_name, text, facet, expected) => {
  expect(find(text, facet)).toMatchObject({ value: text, ...expected });
});

test('an alias is an alias where the catalog has it and it answers', () => {
  expect(find('alias/orders', 'versioning', [alias, keyOrAlias])).toMatchObject({ type: 'AWS::KMS::Alias' });
});

test.each([
  [
    'orders',
    'identity',
    '"orders" does not say which type of resource it names; 4 types answer identity: AWS::S3::Bucket, AWS::RDS::DBInstance, AWS::KMS::Key, AWS::EC2::SecurityGroup',
  ],
  ['orders', 'tracing', '"orders" does not say which type of resource it names; no type answers tracing'],
  [
    'arn:aws:rds:us-east-2:999988887777:db:orders',
    'versioning',
    '"arn:aws:rds:us-east-2:999988887777:db:orders" is an AWS::RDS::DBInstance, which has no versioning to ask for',
  ],
  [
    'arn:aws:zoo:us-east-2:999988887777:ape/koko',
    'versioning',
    '"arn:aws:zoo:us-east-2:999988887777:ape/koko" is of no known type',
  ],
] as const)('%s for %s is a wrong argument', (name, facet, reason) => {
  const refusal = () => find(name, facet);
  expect(refusal).toThrow(Unjudged);
  expect(refusal).toThrow(reason);
});
