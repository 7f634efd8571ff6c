import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

/** Which folders a folder may import from. Imports point one way. */
const layers: Record<string, string[]> = {
  'src/facets': ['src/facets'],
  'src/acts': [],
  'src/engine': ['src/acts', 'src/facets', 'src/engine'],
  'src/outputs': ['src/outputs', 'src/engine'],
  'src/aws': ['src/acts', 'src/facets', 'src/engine', 'src/aws'],
  'src/resources': ['src/acts', 'src/facets', 'src/engine', 'src/aws', 'src/resources'],
  matchers: ['src/acts', 'src/facets', 'src/engine', 'matchers'],
  'src/broker': [
    'src/acts',
    'src/facets',
    'src/engine',
    'src/outputs',
    'src/aws',
    'src/resources',
    'src/options',
    'src/options-error',
    'src/broker',
  ],
};

function sources(folder: string): string[] {
  const single = `${folder}.ts`;
  const names = readdirSync(path.join(root, path.dirname(folder))).includes(path.basename(single)) ? [single] : [];
  const isFolder = readdirSync(path.join(root, path.dirname(folder))).includes(path.basename(folder));
  const below = isFolder
    ? readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))
    : [];
  return [...names, ...below.filter((name) => name.endsWith('.ts'))];
}

function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import|require\() ?'(\.[^']+)'/g)].map(([, name]) =>
    path.relative(root, path.resolve(root, path.dirname(file), String(name))),
  );
}

test.each(Object.entries(layers))('%s imports only from below', (folder, allowed) => {
  const wrong = sources(folder).flatMap((file) =>
    importsOf(file)
      .filter((name) => !allowed.some((layer) => name === layer || name.startsWith(`${layer}/`)))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('a resource imports no other resource, and a matcher no other matcher', () => {
  const wrong = [...sources('src/resources'), ...sources('matchers')]
    .filter((file) => !file.endsWith('index.ts'))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => /^src\/resources\/[\w-]+$/.test(name) || /^matchers\/[\w-]+\/to[A-Z]\w+$/.test(name))
        .map((name) => `${file} imports ${name}`),
    );
  expect(wrong).toEqual([]);
});

test('a matcher names no resource type, and uses no SDK', () => {
  const wrong = sources('matchers').filter((file) =>
    /AWS::\w+::|@aws-sdk/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('no drawer is called utils, helpers or common', () => {
  const wrong = ['src', 'matchers', 'test', 'deploy', 'servers', 'bench', 'examples', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(^|\/)(utils|helpers|common)(\.|\/|$)/.test(name),
    ),
  );
  expect(wrong).toEqual([]);
});
