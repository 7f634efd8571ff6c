import { nameOfOutput, type ReportedVerdict } from '../broker/backend';
import type { Project } from '../broker/project';
import type { Subject } from '../engine/verdict';
import type { DiscoveredOutput } from '../outputs';

/**
 * What no assertion of a run touched, one line each: outputs whose resource no matcher judged, members of a list where
 * only others were judged, and outputs that are no resource which no test read or named.
 *
 * Only pass and fail count: what was skipped or could not be determined was asked about, and nobody knows the answer.
 * Nothing is said of a run in which no matcher ran at all.
 */
export function nobodyAsserted(project: Project): string[] {
  if (project.records.length === 0) return [];
  const judged = project.records.flatMap(({ verdict }) => judgedIn(verdict));
  const resources = new Set(judged.flatMap(namesOfResource));
  const plain = new Set([...judged.flatMap(namesOfPlain), ...project.read.map(nameOfOutput)]);
  return [...byOutput(project.readOutputs().discovered)].flatMap(([name, rows]) => {
    const left = rows.filter((row) =>
      row.type === 'none'
        ? !plain.has(name) && !resources.has(outputMember(row))
        : ![outputMember(row), resourceName(row), valueName(row)].some((each) => resources.has(each)),
    );
    return left.length === rows.length ? shownWhole(left) : left.map(shownMember);
  });
}

function byOutput(rows: readonly DiscoveredOutput[]): Map<string, DiscoveredOutput[]> {
  const outputs = new Map<string, DiscoveredOutput[]>();
  for (const row of rows) {
    const members = outputs.get(nameOfOutput(row));
    if (members) members.push(row);
    else outputs.set(nameOfOutput(row), [row]);
  }
  return outputs;
}

/** What a verdict judged: members alone, a list or outputs together, or its one subject. */
function judgedIn(verdict: ReportedVerdict): Subject[] {
  if (verdict.members) return verdict.members.flatMap(judgedIn);
  if (verdict.outcome !== 'pass' && verdict.outcome !== 'fail') return [];
  return verdict.judged ?? [verdict.subject];
}

/** A resource is known by the output it was found in and by itself: two outputs may name the same one. */
function namesOfResource({ key, stack, type, id, arn }: Subject): string[] {
  if (id === undefined) return [];
  const ids = arn === undefined ? [id] : [id, arn, nameInArn(arn)];
  return [
    ...ids.map((each) => resourceName({ type, id: each })),
    ...(key === undefined ? [] : [outputMember({ key, stack, id })]),
  ];
}

/** `worker` of `arn:...:function:worker`; what belongs to another resource, such as a stage, keeps its whole path. */
function nameInArn(arn: string): string {
  return arn
    .split(':')
    .slice(5)
    .join(':')
    .replace(/^[\w-]+[:/]/, '');
}

function namesOfPlain({ key, stack, id }: Subject): string[] {
  return key === undefined || id !== undefined ? [] : [nameOfOutput({ key, stack })];
}

function resourceName({ type, id }: Pick<Subject, 'type' | 'id'>): string {
  return JSON.stringify([type, id]);
}

/** An ARN in an output, where the API takes another form of it. */
function valueName({ type, value }: DiscoveredOutput): string {
  return resourceName({ type, id: String(value) });
}

function outputMember({ key, stack, id }: Pick<DiscoveredOutput, 'key' | 'stack' | 'id'>): string {
  return JSON.stringify([stack, key, id]);
}

function shownWhole([first]: DiscoveredOutput[]): string[] {
  if (!first) return [];
  return [first.type === 'none' ? nameOf(first) : `${nameOf(first)} (${first.type})`];
}

function shownMember(row: DiscoveredOutput): string {
  return `${nameOf(row)}: ${row.member ?? row.id} (${row.type})`;
}

function nameOf({ key, stack }: DiscoveredOutput): string {
  return stack === undefined ? key : `${key} of ${stack}`;
}
