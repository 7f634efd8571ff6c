import { membersOf } from './members';
import { isOutputs, type Output, type Outputs } from './output';
import { parseOutputs } from './parse-outputs';
import { OutputKey, recognise } from './recognise/recognise';
import { notAResource, type Recognition, undecided } from './recognise/recognition';
import type { RecognitionRule } from './recognise/recognition-rule';

/** The resource behind one output value. */
export interface DiscoveredOutput extends Recognition {
  key: string;
  stack?: string;
  /** The one value of this row: a member, where the output is a list or a map. */
  value: unknown;
  /** Name of the member, where the output is a map. */
  member?: string;
  /** The output is marked as sensitive; do not print its value. */
  sensitive?: boolean;
}

export interface DiscoverOptions {
  /** A team's own rules, tried before the built-in ones. */
  rules?: readonly RecognitionRule[];
}

/**
 * Which resource stands behind each output: its CloudFormation type, the id that the AWS API takes, and the region,
 * account and partition where the value shows them. Lists and maps give one row per member. What cannot be told stays
 * `none` with `decidedBy: 'undecided'`: that is better than a wrong guess.
 *
 * @param outputs what `readOutputs` or `parseOutputs` gave, or raw JSON of any tool
 * @throws OutputsError (`malformed`) when raw input is not the outputs of a stack
 * @example
 * discover({ QueueArn: 'arn:aws:sqs:eu-west-1:123456789012:orders' })[0]?.type; // 'AWS::SQS::Queue'
 */
export function discover(outputs: Outputs | unknown, options: DiscoverOptions = {}): DiscoveredOutput[] {
  const { entries } = isOutputs(outputs) ? outputs : parseOutputs(outputs);
  const rules = options.rules ?? [];
  return entries.flatMap((output) => rowsOf(output, rules));
}

interface Member {
  value: unknown;
  recognition: Recognition;
  member?: string;
}

function rowsOf(output: Output, rules: readonly RecognitionRule[]): DiscoveredOutput[] {
  return membersWithTypes(output, rules).map(({ value, member, recognition }) => ({
    key: output.key,
    ...(output.stack === undefined ? {} : { stack: output.stack }),
    value,
    ...(member === undefined ? {} : { member }),
    ...(output.sensitive ? { sensitive: true } : {}),
    ...recognition,
  }));
}

function membersWithTypes(output: Output, rules: readonly RecognitionRule[]): Member[] {
  if (output.missing !== undefined) return [{ value: output.value, recognition: notAResource('placeholder', '') }];
  const key = new OutputKey(output.key);
  const members = membersOf(output.value);
  if (members.kind === 'one') return [{ value: members.value, recognition: ofScalar(key, members.value, rules) }];
  if (members.kind === 'list') {
    if (members.items.some((item) => typeof item === 'object')) return [asWhole(output.value)];
    return members.items.map((value) => ({ value, recognition: ofScalar(key, value, rules) }));
  }
  return ofMap(key, output.value, members.members, rules);
}

function ofScalar(key: OutputKey, value: unknown, rules: readonly RecognitionRule[]): Recognition {
  return typeof value === 'string' ? recognise(key, value, rules) : notAResource('other', String(value));
}

const asWhole = (value: unknown): Member => ({ value, recognition: notAResource('other', '') });

/** A map of one kind of resource gives its members; a record about one resource gives that one; others are left alone. */
function ofMap(
  key: OutputKey,
  whole: unknown,
  members: [string, unknown][],
  rules: readonly RecognitionRule[],
): Member[] {
  if (members.some(([, value]) => typeof value === 'object')) return ofRecords(key, members, rules) ?? [asWhole(whole)];
  const rows = members.map(([member, value]): Member => ({ value, member, recognition: ofScalar(key, value, rules) }));
  const resources = rows.filter(({ recognition }) => recognition.type !== 'none');
  const [first] = resources;
  if (first === undefined)
    return [{ value: whole, recognition: rows.some(isUndecided) ? undecided('') : notAResource('other', '') }];

  if (resources.length === 1 && rows.length > 1 && rows.every((row) => row === first || isPlainValue(row))) {
    return [{ value: whole, recognition: { ...first.recognition, identifier: 'object' } }];
  }
  const oneKind = rows.every(({ recognition }) => recognition.type === first.recognition.type);
  if (!oneKind || rows.every(isRoute)) return [asWhole(whole)];
  return rows.map((row) => ({
    ...row,
    recognition: { ...row.recognition, identifier: `${row.recognition.identifier}-map` },
  }));
}

/** `{ "ingest": { "arn": "...", "memory": 512 } }`: several records of one type, each with its ARN. */
function ofRecords(
  key: OutputKey,
  members: [string, unknown][],
  rules: readonly RecognitionRule[],
): Member[] | undefined {
  const rows = members.map(([member, value]): Member => {
    const arn = typeof value === 'object' && value !== null && 'arn' in value ? value.arn : undefined;
    const recognition = typeof arn === 'string' ? recognise(key, arn, rules) : undecided('');
    return { value, member, recognition: { ...recognition, identifier: 'object' } };
  });
  const type = rows[0]?.recognition.type ?? 'none';
  return type !== 'none' && rows.every(({ recognition }) => recognition.type === type) ? rows : undefined;
}

const isUndecided = ({ recognition }: Member) => recognition.decidedBy === 'undecided';
const isPlainValue = ({ recognition }: Member) => recognition.type === 'none' && recognition.decidedBy === 'value';

/** `https://abc.execute-api.eu-west-1.amazonaws.com/prod/users`: a route of an API, beside others of the same. */
function isRoute({ value, recognition }: Member): boolean {
  const api = recognition.type === 'AWS::ApiGateway::RestApi' || recognition.type === 'AWS::ApiGatewayV2::Api';
  return api && typeof value === 'string' && /^[a-z]+:\/\/[^/]+\/[^/]+\/[^/]+/.test(value);
}
