import { argument, isRecord, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { statementsOr } from '../../src/engine/policy-document';
import type { PolicyStatement } from '../../src/facets';

/** A policy as people write it: the document of a template. */
export interface PolicyDocument {
  Version?: string;
  Id?: string;
  Statement: Record<string, unknown> | Record<string, unknown>[];
}

const parts = ['Version', 'Id', 'Statement'];

const partsOfStatement = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** The document that is expected; `check` gets its statements. */
export const expectedDocument = argument<PolicyDocument, PolicyStatement[]>(
  'a policy document ({ Version, Statement: [...] })',
  (given) => {
    if (!isRecord(given) || isHandle(given)) return undefined;
    const { Statement: statements } = given;
    const listed: unknown[] = Array.isArray(statements) ? statements : [statements];
    const unknown = unknownIn(given, parts) ?? listed.map((each) => unknownIn(each, partsOfStatement)).find(Boolean);
    if (unknown !== undefined) return refuse(`'${unknown}' is no part of a policy`);
    const lost = [given, ...listed].map(lostIn).find(Boolean);
    if (lost !== undefined) return refuse(`${lost} is undefined; give it a value or leave it out`);
    return statementsOr(given, refuse);
  },
);

function unknownIn(given: unknown, known: readonly string[]): string | undefined {
  return isRecord(given) ? Object.keys(given).find((name) => !known.includes(name)) : undefined;
}

/** Name of a part whose value got lost on its way, at any depth. */
function lostIn(given: unknown): string | undefined {
  if (!isRecord(given)) return undefined;
  for (const [name, value] of Object.entries(given)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (value === undefined || values.includes(undefined)) return name;
    if (name === 'Statement') continue;
    const inner = values.map(lostIn).find(Boolean);
    if (inner !== undefined) return `${name}.${inner}`;
  }
  return undefined;
}
