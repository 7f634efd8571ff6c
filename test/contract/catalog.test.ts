import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TypesOnDemand } from '../../src/broker/types-on-demand';
import { matchersOfCatalog, typesOfCatalog } from '../../src/catalog';
import { discover } from '../../src/outputs';

const folder = path.join(__dirname, '..', '..', 'src', 'resources');
const samples = path.join(__dirname, '..', 'resources', 'samples');
const types = typesOfCatalog();

const filesOfTypes = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
const fileOf = (type: string) =>
  filesOfTypes.find((name) => readFileSync(path.join(folder, name), 'utf8').includes(`  type: '${type}',`)) ?? '';

test.each(types.map(({ type }) => type))('%s is exported under its own name, by which it is loaded', (type) => {
  expect(new TypesOnDemand([]).get(type)).toMatchObject({ type });
});

test('a type of a team goes before the one of the catalog, and what nobody declares is not there', () => {
  const [first] = types;
  if (!first) throw new Error('the catalog is empty');
  const own = { ...first, label: 'ours' };
  const catalog = new TypesOnDemand([own]);
  expect(catalog.get(first.type)).toBe(own);
  expect([...catalog.values()].filter(({ type }) => type === first.type)).toEqual([own]);
  expect([...catalog.values()]).toHaveLength(types.length);
  expect(catalog.get('AWS::No::Thing')).toBeUndefined();
  expect(catalog.get(first.type.replace('AWS', 'Acme'))).toBeUndefined();
});

test('the folder of types is the list', () => {
  expect(filesOfTypes.length).toBe(types.length);
  expect(new Set(types.map(({ type }) => type)).size).toBe(types.length);
});

describe.each(types.map((definition) => [definition.type, definition] as const))('%s', (type, definition) => {
  const name = fileOf(type).replace('.ts', '');

  test('says who it is and where it is in its life', () => {
    expect(Object.keys(definition.facets)).toEqual(expect.arrayContaining(['identity', 'lifecycle']));
    expect(definition.label).toMatch(/\S/);
  });

  test('reads, and does nothing else', () => {
    const actions = [
      ...definition.reads,
      ...(definition.config?.reads ?? []),
      ...Object.values(definition.facets).flatMap((facet) => facet.reads ?? []),
    ];
    expect(definition.reads.length).toBeGreaterThan(0);
    for (const action of actions) {
      expect(action).toMatch(/^[a-z0-9-]+:(Get|List|Describe|Head|BatchGet|Lookup|Filter|Search|GET$)/);
    }
  });

  test('declares every call of its acts, and undoes what it lets be delivered, where that can be undone', () => {
    for (const act of Object.values(definition.acts)) {
      expect(act.calls.length).toBeGreaterThan(0);
      for (const call of act.calls) expect(call).toMatch(/^[a-z0-9-]+:[A-Z]\w+$/);
    }
    if (definition.acts.deliver && definition.acts.find) expect(definition.acts).toHaveProperty('remove');
    const needed = Object.entries({ intake: 'deliver', contents: 'find', keeping: 'remove', webAddress: 'request' });
    for (const [facet, act] of needed) if (facet in definition.facets) expect(definition.acts).toHaveProperty(act);
  });

  test('is recognised from its sample outputs, and by no other type', () => {
    const outputs = JSON.parse(readFileSync(path.join(samples, `${name}.json`), 'utf8')) as {
      key: string;
      value: unknown;
    }[];
    expect(outputs.length).toBeGreaterThanOrEqual(3);
    const seen = outputs.map(
      ({ key, value }) => `${key}: ${[...new Set(discover({ [key]: value }).map((row) => row.type))].join(', ')}`,
    );
    expect(seen).toEqual(outputs.map(({ key }) => `${key}: ${type}`));
  });

  test('has a test of its own', () => {
    expect(existsSync(path.join(__dirname, '..', 'resources', `${name}.test.ts`))).toBe(true);
  });
});

test('every facet that a type declares has a matcher, and every matcher a type', () => {
  const asked = new Set(matchersOfCatalog().map(({ facet }) => String(facet)));
  const answered = new Set(['existence', 'config', 'outputs', ...types.flatMap(({ facets }) => Object.keys(facets))]);
  const inwards = ['identity', 'key', 'contents'];
  expect([...answered].filter((facet) => !asked.has(facet) && !inwards.includes(facet))).toEqual([]);
  expect([...asked].filter((facet) => !answered.has(facet))).toEqual([]);
});
