import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inspect } from 'node:util';
import * as catalog from '../../matchers/index';
import { judge } from '../../src/engine/judge';
import type { MatcherDefinition } from '../../src/engine/matcher';
import type { Facets } from '../../src/facets';
import { applicationFacets } from './application-facets';
import { dataFacets } from './data-facets';
import { FakeSource } from './fake-source';
import { flowFacets } from './flow-facets';
import { governanceFacets } from './governance-facets';
import { networkFacets } from './network-facets';

const root = join(__dirname, '../../matchers');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const matchers: [string, MatcherDefinition][] = Object.entries(catalog);

/** A resource that answers everything, with as little as AWS ever says. */
const facets: Facets = {
  ...applicationFacets,
  ...dataFacets,
  ...flowFacets,
  ...governanceFacets,
  ...networkFacets,
  identity: { id: 'subject' },
  existence: { exists: true },
  lifecycle: { available: true },
  config: {},
  tags: {},
  encryption: { kind: 'none', mode: 'NONE' },
  key: { arn: 'arn', id: 'id', manager: 'AWS', state: 'Enabled', spec: '', usage: '' },
  keyRotation: { enabled: false },
  rotation: { enabled: false },
  resourcePolicy: { arn: 'arn:aws:kms:eu-west-1:1:key/k', region: 'eu-west-1', account: '1', statements: [] },
  trustPolicy: { statements: [] },
  managedPolicies: { attached: [] },
  versioning: { status: 'Unversioned', mfaDelete: false },
  publicAccessBlock: {
    BlockPublicAcls: false,
    IgnorePublicAcls: false,
    BlockPublicPolicy: false,
    RestrictPublicBuckets: false,
  },
  lifecycleRules: { rules: [] },
  publicAccess: { public: false, because: 'nothing' },
  backups: { retentionInDays: 0 },
  deletionProtection: { enabled: false },
  pointInTimeRecovery: { enabled: false },
  billing: { mode: 'PROVISIONED' },
  keySchema: { partitionKey: { name: 'id', type: 'S' }, indexes: {} },
  timeToLive: { enabled: false },
  stream: { enabled: false },
  availability: { multiAz: false, detail: 'one zone' },
  zones: { zones: [] },
  engine: { name: 'postgres', version: '15', alsoKnownAs: [] },
  engineOffer: { name: 'postgres', version: '15', region: 'eu-west-1', offered: [] },
  function: { packageType: 'Zip', timeoutInSeconds: 3, memoryInMegabytes: 128, architectures: [] },
  environment: { variables: {} },
  tracing: { enabled: false, mode: 'PassThrough' },
  networkPlacement: { subnetIds: [], securityGroupIds: [] },
  triggers: { triggers: [] },
  eventSource: { source: 'arn', functionArn: 'arn', enabled: false },
  deadLetter: {},
  retention: { detail: 'kept for ever' },
  alarmRule: { dimensions: {}, operator: 'GreaterThanThreshold', evaluationPeriods: 1, treatMissingData: 'missing' },
  notifications: { enabled: true, alarm: [], ok: [], insufficientData: [] },
  subscriptions: { subscriptions: [] },
  cidr: { blocks: [] },
  routing: { public: false, mapPublicIpOnLaunch: false, because: 'no route' },
  ingress: { rules: [] },
  outputs: { find: () => ({ found: [], near: [], secret: false }) },
};
const source = new FakeSource({ subject: facets, other: facets, [facets.resourcePolicy.arn]: facets });

const garbage: unknown[][] = [
  [],
  [{}],
  ['x'],
  [''],
  [-1],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [null],
  [undefined],
  [[]],
  [[null]],
  [[[]]],
  [true],
  [Symbol('s')],
  [10n],
  [() => 1],
  [new Date(0)],
  [new Map()],
  [Promise.resolve({})],
  ['('],
  [/x/],
  [Object.create(null)],
  [JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')],
  [{ port: 'x', from: {} }],
  [{ atLeast: 'x' }],
  [{ metric: {} }],
  [{ partitionKey: [] }],
  [{ service: 5 }],
  [source.one('other')],
  [source.many('other', 'subject')],
  [source.one('gone')],
  ['x', 'y', 'z'],
  ['x', {}],
  ['x', null],
];

test('the list names every matcher file, and the file is called as the matcher', () => {
  const named = files
    .map((file) => /(?:^|[\\/])(to[A-Z]\w*)\.ts$/.exec(file)?.[1])
    .filter((name) => name !== undefined);
  expect(Object.keys(catalog).sort()).toEqual(named.sort());
  const list = readFileSync(join(root, 'index.ts'), 'utf8');
  for (const name of named) expect(list).toMatch(new RegExp(`export \\{ ${name} \\} from './[a-z]+/${name}';`));
});

test.each(files)('%s knows no type of resource, no SDK and no other realm', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).not.toMatch(/AWS::\w+::|@aws-sdk|\binstanceof\b|from 'jest|from 'expect/);
  const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
    relative(join(root, '..'), join(root, file, '..', path)).replaceAll('\\', '/'),
  );
  for (const path of imports) expect(path).toMatch(/^(matchers\/|src\/engine\/|src\/(?:acts|facets)$)/);
  const siblings = imports.filter((path) => /\/to[A-Z]\w*$/.test(path));
  if (file !== 'index.ts') expect(siblings).toEqual([]);
});

describe.each(matchers)('%s', (name, definition) => {
  test('says what it proves, and its documentation says how', () => {
    expect(definition.summary).toMatch(/^[a-z][^.]+$/);
    const file = files.find((each) => each.endsWith(`${name}.ts`)) ?? '';
    const text = readFileSync(join(root, file), 'utf8');
    const doc = /declare module[\s\S]*?\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? '';
    expect(doc).toMatch(/Passes when/);
    expect(doc).toMatch(new RegExp(`@example await expect\\(.*${name}\\(`));
    if (definition.takes.length > 0) expect(doc).toMatch(/@param/);
    for (const { takes } of definition.takes) expect(takes.length).toBeGreaterThan(5);
  });

  test.each(garbage.map((args) => [inspect(args, { depth: 1 }), args] as const))('bears %s', async (_shown, args) => {
    for (const negated of [false, true]) {
      const print = (value: unknown) => inspect(value);
      const verdict = await judge({ matcher: name, definition, args, negated, print }, source.one('subject'));
      expect(['pass', 'fail', 'wrong argument', 'not applicable', 'not found', 'undetermined']).toContain(
        verdict.outcome,
      );
      if (verdict.outcome === 'wrong argument') expect(verdict.reason).not.toMatch(/undefined is not|Cannot read/);
      else if (verdict.outcome === 'pass' || verdict.outcome === 'fail') {
        expect([verdict.expected, verdict.received]).not.toContain(undefined);
        expect(inspect([verdict.expected, verdict.received, verdict.reason])).not.toMatch(/\[object |NaN|: undefined/);
      }
    }
  });

  test('takes no instance of a class for an object of options', async () => {
    for (const args of [[new Map()], [Promise.resolve({})], [new Date(0)]]) {
      const verdict = await judge(
        { matcher: name, definition, args, negated: false, print: inspect },
        source.one('subject'),
      );
      expect(verdict.outcome).toBe('wrong argument');
    }
  });

  test('asked of a resource that does not exist, passes in neither direction', async () => {
    for (const negated of [false, true]) {
      const args = [['x'], [{}], []].find((each) => each.length <= definition.takes.length) ?? [];
      const verdict = await judge({ matcher: name, definition, args, negated, print: inspect }, source.one('gone'));
      expect(['not found', 'wrong argument']).toContain(verdict.outcome);
    }
  });
});
