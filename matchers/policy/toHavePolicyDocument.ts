import { optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Judgement, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { PolicyDocuments, PolicyStatement } from '../../src/facets';
import { judgeExactly } from '../value/exact-set';
import { fits } from '../value/value-match';
import { expectedDocument, type PolicyDocument } from './expected-document';
import { fillIn, type Placeholders, settlePlaceholders } from './placeholder';
import { atomsInWords, type CutStatement, cut } from './statement-atoms';

/** Which policy is meant. */
export interface PolicyDocumentExpectation {
  /** Name of an inline policy, or a RegExp; the resource's own policy when left out. */
  name?: string | RegExp;
}

interface DocumentFacts extends PolicyDocuments {
  placeholders: Placeholders;
}

export const toHavePolicyDocument = defineMatcher({
  facet: 'policyDocuments',
  summary: 'has a policy that means the same as the given one',
  takes: [expectedDocument, optional(options<PolicyDocumentExpectation>({ name: optional(pattern) }))],
  relate: async (documents, ask, expected: PolicyStatement[]): Promise<DocumentFacts> => ({
    ...documents,
    placeholders: await settlePlaceholders(expected, documents, ask),
  }),
  check: (facts: DocumentFacts, expected: PolicyStatement[], { name }: PolicyDocumentExpectation = {}): Judgement => {
    const found = documentOf(facts, name);
    if (!('statements' in found)) return { pass: false, expected: 'a policy', received: 'none', ...found };
    const used = textsIn(found.statements);
    const filled = expected.map((each) =>
      mapTexts(each, (text) => fillIn(text, facts.placeholders, (candidate) => used.has(candidate))),
    );
    return compare(
      filled.map((each) => cut(each, facts.arn)),
      found.statements.map((each) => cut(each, facts.arn)),
    );
  },
});

type Found = { statements: PolicyStatement[] } | { fault: string } | { notApplicable: string };

function documentOf({ statements, inline }: PolicyDocuments, name: string | RegExp | undefined): Found {
  if (name === undefined) {
    return statements ? { statements } : { notApplicable: 'It has inline policies alone: give the name of one.' };
  }
  if (!inline) return { notApplicable: 'It has one policy, which has no name: leave the name out.' };
  const named = inline.filter((policy) => fits(name, policy.name));
  const names = (some: { name: string }[]) => some.map((policy) => policy.name).join(', ');
  const [only] = named;
  if (only && named.length === 1) return { statements: only.statements };
  return {
    fault: only
      ? `several inline policies have such a name: ${names(named)}`
      : `it has no inline policy ${String(name)}; it has ${names(inline) || 'none'}`,
  };
}

function compare(expected: CutStatement[], received: CutStatement[]): Judgement {
  return judgeExactly(
    {
      expected: expected.map(({ statement, atoms }) => atomsInWords(statement, atoms)),
      received: received.map(({ statement, atoms }) => atomsInWords(statement, atoms)),
      beyond: without(received, expected),
      missing: without(expected, received),
    },
    'no policy',
  );
}

function without(some: CutStatement[], others: CutStatement[]): string[] {
  const known = new Set(others.flatMap(({ atoms }) => atoms.map(({ key }) => key)));
  return some.flatMap(({ statement, atoms }) => {
    const rest = atoms.filter(({ key }) => !known.has(key));
    return rest.length === 0 ? [] : [atomsInWords(statement, rest)];
  });
}

/** A statement with each of its texts that can hold a placeholder replaced. */
function mapTexts(statement: PolicyStatement, change: (text: string) => string): PolicyStatement {
  const changeAll = (texts: string[]) => texts.map(change);
  const inMap = (map: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(map).map(([key, texts]) => [change(key), changeAll(texts)]));
  return {
    ...statement,
    principals: inMap(statement.principals),
    actions: changeAll(statement.actions),
    resources: changeAll(statement.resources),
    conditions: Object.fromEntries(
      Object.entries(statement.conditions).map(([operator, keys]) => [operator, inMap(keys)]),
    ),
  };
}

function textsIn(statements: readonly PolicyStatement[]): Set<string> {
  const texts = new Set<string>();
  for (const statement of statements) {
    mapTexts(statement, (text) => {
      texts.add(text);
      return text;
    });
  }
  return texts;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the policy means the same as the expected one: it says nothing beyond it and lacks nothing of it. How it
     * is cut into statements, the order, one-element lists, `Sid`, `Id` and `Version`, the case of actions, and an account's
     * id instead of the ARN of its root do not matter; conditions do.
     *
     * The policy is the one of the bucket, key, topic, queue, secret, ...; the default version of a managed policy; the trust
     * policy of a role; with `name`, an inline policy of a role, user or group. A policy that is not there by this name
     * fails in both directions.
     *
     * Placeholders: `${AWS::AccountId}`, `${AWS::Region}`, `${AWS::Partition}`, `${AWS::URLSuffix}`, and `${OutputKey}` for
     * the ARN (or id, where the policy names it so) of the resource behind an output. `${aws:...}` is IAM's own.
     *
     * @param document the document as a template holds it.
     * @param expected `name` of an inline policy, or a RegExp.
     * @example await expect(role).toHavePolicyDocument(document, { name: 'read-uploads' });
     * @example await expect(queue).toHavePolicyDocument({
     *   Statement: {
     *     Effect: 'Allow',
     *     Principal: { Service: 'sns.amazonaws.com' },
     *     Action: 'sqs:SendMessage',
     *     Resource: '${QueueArn}',
     *     Condition: { ArnEquals: { 'aws:SourceArn': '${TopicArn}' } },
     *   },
     * });
     */
    toHavePolicyDocument: Method<
      T,
      'policyDocuments',
      [document: PolicyDocument, expected?: PolicyDocumentExpectation]
    >;
  }
}
