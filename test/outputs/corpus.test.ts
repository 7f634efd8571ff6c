import { readdirSync } from 'node:fs';
import path from 'node:path';
import { discover, readOutputs } from '../../src/outputs';
import labels from './corpus/labels.json';

interface Label {
  key: string;
  value: unknown;
  type: string;
  alsoAccept?: string[];
}

const folder = path.join(__dirname, 'corpus/outputs');

function typesOf({ key, value }: Label): string[] {
  const rows = discover({ [key]: { value, type: 'dynamic', sensitive: false } });
  return [...new Set(rows.map(({ type }) => type))];
}

test('labelled outputs of real repositories are recognised', () => {
  const judged = (labels as Label[]).map((label) => {
    const [type, ...others] = typesOf(label);
    const accepted = [label.type, ...(label.alsoAccept ?? [])];
    return { label, type, right: others.length === 0 && accepted.includes(type ?? '') };
  });
  const resources = judged.filter(({ label }) => label.type !== 'none');
  const others = judged.filter(({ label }) => label.type === 'none');
  const wrong = resources.filter(({ right, type }) => !right && type !== 'none');
  expect(resources.filter(({ right }) => right).length / resources.length).toBeGreaterThanOrEqual(0.99);
  expect(wrong.length / resources.length).toBeLessThanOrEqual(0.01);
  expect(others.filter(({ right }) => right).length / others.length).toBeGreaterThanOrEqual(0.98);
});

test.each(readdirSync(folder))('%s is read and discovered', (name) => {
  const outputs = readOutputs(path.join(folder, name));
  const kind = name.replace(/-\d+\.json$/, '');
  const shapes: Record<string, string[]> = {
    all: ['cloudformation'],
    cfn: ['cloudformation'],
    tf: ['terraform'],
    flat: ['flat', 'pulumi'],
    pulumi: ['flat', 'pulumi'],
    cdk: ['cdk', 'terraform'],
    empty: ['empty'],
  };
  expect(shapes[kind]).toContain(outputs.shape);
  expect(discover(outputs).length).toBeGreaterThanOrEqual(outputs.entries.length);
});
