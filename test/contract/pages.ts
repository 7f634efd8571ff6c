import type { SdkOutput } from '../../src/aws/sdk-client';
import type { Request } from '../resources/exchange';
import { give, keyOf, type RecordedAnswer } from '../resources/recorded-answers';

const token = 'page-two';

/** Fields with which an output says that there is more. */
const tokens = /^(next_?token|nextpagetoken|next_?marker|marker|nextcontinuationtoken|paginationtoken|position)$/i;
const flags = /^(istruncated|hasmore\w*)$/i;

/**
 * Requests whose answer is whole on its first page although the operation has pages: they name what they want, or want
 * nothing but the newest.
 */
const whole: Record<string, string> = {
  '@aws-sdk/client-efs DescribeFileSystems': 'FileSystemId',
  '@aws-sdk/client-fsx DescribeFileSystems': 'FileSystemIds',
  DescribeCacheClusters: 'CacheClusterId',
  DescribeCacheSubnetGroups: 'CacheSubnetGroupName',
  DescribeClusterSubnetGroups: 'ClusterSubnetGroupName',
  DescribeClusters: 'ClusterIdentifier',
  DescribeComplianceByConfigRule: 'ConfigRuleNames',
  DescribeDBParameterGroups: 'DBParameterGroupName',
  DescribeDBSubnetGroups: 'DBSubnetGroupName',
  DescribeLaunchTemplateVersions: 'Versions',
  DescribeLogStreams: 'descending',
  DescribeReplicationGroups: 'ReplicationGroupId',
  DescribeRepositories: 'repositoryNames',
  DescribeServerlessCaches: 'ServerlessCacheName',
  // Of what breaks a rule, the facet holds the first hundred.
  GetComplianceDetailsByConfigRule: 'Limit',
  // The group itself is on every page.
  GetGroup: 'GroupName',
};

/** Answers every list in two pages, and knows which of them were read to their end. */
export class TwoPages {
  readonly #begun = new Set<string>();
  readonly #ended = new Set<string>();

  constructor(readonly answers: readonly RecordedAnswer[]) {}

  /** Lists of which the second page was never asked for. */
  get unread(): string[] {
    return [...this.#begun].filter((key) => !this.#ended.has(key));
  }

  answer(request: Request): SdkOutput {
    const { next, ...first } = cutToken(request);
    const found = this.answers.find((answer) => keyOf(answer) === keyOf(first));
    if (!found) throw new Error(`${keyOf(first)} is not in the record`);
    const output = give(found);
    const more = furtherFields(request);
    if (more.length === 0 || isWhole(request)) return output;
    // A list that was recorded in pages stays as it is.
    const leadsOn = more.some(([name]) => typeof output[name] === 'string' && output[name] !== '');
    const list = keyOf({ ...first, input: withoutTokens(first.input) });
    const isFurther = next || keyOf(first) !== list;
    (isFurther ? this.#ended : this.#begun).add(list);
    // What is there stands on the second page, so that whoever reads only the first one finds nothing.
    return isFurther || leadsOn ? output : { ...emptied(output), ...Object.fromEntries(more) };
  }
}

function withoutTokens(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !tokens.test(name)));
}

function isWhole({ package: name, operation, input }: Request): boolean {
  const named = whole[`${name} ${operation}`] ?? whole[operation];
  return named !== undefined && named in input;
}

/** The fields of an operation's output that lead to the next page, as they are set on the first one. */
function furtherFields({ package: name, operation }: Request): [string, unknown][] {
  const Command = (require(name) as Record<string, new (input: object) => { schema: unknown[] }>)[
    `${operation}Command`
  ];
  if (!Command) throw new Error(`${name} has no ${operation}`);
  const [, , , , , output] = new Command({}).schema;
  const described: unknown = typeof output === 'function' ? output() : output;
  const members = Array.isArray(described) && Array.isArray(described[4]) ? (described[4] as string[]) : [];
  const leading = members.filter((member) => tokens.test(member));
  if (leading.length === 0) return [];
  return [
    ...leading.map((member): [string, unknown] => [member, token]),
    ...members.filter((member) => flags.test(member)).map((member): [string, unknown] => [member, true]),
  ];
}

function cutToken({ input, ...rest }: Request): Request & { next: boolean } {
  const rows = Object.entries(input).filter(([, value]) => value !== token);
  return { ...rest, input: Object.fromEntries(rows), next: rows.length < Object.keys(input).length };
}

/** An answer without the members of its lists and maps; what it says besides stays. */
export function emptied(output: object): SdkOutput {
  return Object.fromEntries(Object.entries(output).map(([name, value]) => [name, Array.isArray(value) ? [] : value]));
}
