import type { Backend, Deployment } from '../broker/backend';
import { targetOf } from '../broker/target';
import { withArticle } from '../engine/message';
import type { Target } from '../engine/resource';
import type { OutputReference } from '../engine/source';
import { notDeployed, wrongArgument } from '../engine/unjudged';
import {
  type DiscoveredOutput,
  isSelector,
  type Output,
  type Outputs,
  type Selector,
  select,
  selectionMessage,
  showSelector,
} from '../outputs';

/**
 * The outputs that a selector names.
 *
 * @throws {Unjudged} not deployed, when there is none; wrong argument, when several are where one is wanted.
 */
export function outputsFor(deployment: Deployment, selector: Selector, many: boolean): Output[] {
  if (!isSelector(selector)) {
    throw wrongArgument(
      `an output is named by its key, by several keys, by a pattern or by { stack, key }; received ${showSelector(selector)}`,
      "Write resource('OutputKey').",
    );
  }
  const outputs = deployedOutputs(deployment);
  const selection = select(outputs, selector, { many });
  if ('matches' in selection) return present(selection.matches, outputs);
  const text = selectionMessage(selection, selector, outputs);
  if (selection.problem === 'ambiguous') throw wrongArgument(text);
  throw notDeployed(`no output ${showSelector(selector)}`, text, {
    expected: `an output ${showSelector(selector)}`,
    received: 'no such output',
  });
}

/**
 * The outputs of the deployment.
 *
 * @throws {Unjudged} not deployed, when there is no outputs file.
 */
export function deployedOutputs({ outputs, searched }: Deployment): Outputs {
  if (outputs) return outputs;
  throw notDeployed(
    'no outputs file',
    `Looked for ${searched.join(', ')}. Write the stack's outputs there after the deployment, or name the file in STACKPROOF_OUTPUTS.`,
    { expected: 'an outputs file', received: 'none' },
  );
}

function present(matches: Output[], { source }: Outputs): Output[] {
  const there = matches.filter(({ missing }) => missing === undefined);
  const [gone] = matches;
  if (there.length === 0 && gone) {
    const { key, missing } = gone;
    throw notDeployed(`output ${key} is a placeholder (${missing})`, source && `It stands in ${source}.`, {
      expected: `an output ${key} with a value`,
      received: `${missing}`,
    });
  }
  return there;
}

/**
 * The resources that a selector names.
 *
 * @param type the type the test expects; recognised from the output when left out.
 * @throws {Unjudged} not deployed, or wrong argument when the output names no resource or one of another type.
 */
export async function targetsFor(
  { backend, deployment }: { backend: Pick<Backend, 'accepted'>; deployment: Deployment },
  selector: Selector,
  many: boolean,
  type?: string,
): Promise<Target[]> {
  if (type !== undefined && !(typeof type === 'string' && type.includes('::'))) {
    throw wrongArgument(
      `${JSON.stringify(type)} is no type of a resource`,
      `Write it as CloudFormation does: resource(${showSelector(selector)}, 'AWS::Service::Type').`,
    );
  }
  const outputs = outputsFor(deployment, selector, many);
  const rows = outputs.flatMap((output) => rowsOf(deployment, output));
  const unique = distinct(rows);
  if (!many && unique.length > 1) {
    throw wrongArgument(
      `output ${unique[0]?.key} names ${unique.length} resources: ${unique.map(({ id }) => id).join(', ')}`,
      'Use resources(...) to judge each of them.',
    );
  }
  if (type === undefined) return unique.map(recognised);
  return Promise.all(unique.map((row) => typed(row, type, backend)));
}

/**
 * What an output holds, with the resource it names where that is recognised.
 *
 * @throws {Unjudged} not deployed, or wrong argument when several outputs fit.
 */
export function outputReference(deployment: Deployment, selector: Selector): OutputReference {
  const [output] = outputsFor(deployment, selector, false);
  if (!output) throw new TypeError(`${showSelector(selector)} was selected without an output`);
  const [row, ...others] = distinct(rowsOf(deployment, output));
  const isResource = row !== undefined && others.length === 0 && row.type !== 'none';
  return { value: output.value, ...(isResource && { target: targetOf(row) }) };
}

function rowsOf({ discovered }: Deployment, { key, stack }: Output): DiscoveredOutput[] {
  return discovered.filter((row) => row.key === key && row.stack === stack);
}

/**
 * One row for each resource, which outputs may name twice: by its name and by its ARN. Two ARNs that differ are two
 * resources, though their ids may be alike: both stages of two APIs are `prod`.
 */
function distinct(rows: DiscoveredOutput[]): DiscoveredOutput[] {
  const named = ({ type, id, region }: DiscoveredOutput) => JSON.stringify([type, id, region]);
  const arns = rows.filter(({ identifier }) => identifier === 'arn');
  const withArn = new Set(arns.map(named));
  const others = rows.filter((row) => row.identifier !== 'arn' && !withArn.has(named(row)));
  const kept = new Set([
    ...new Map(arns.map((row) => [JSON.stringify([row.type, row.value]), row])).values(),
    ...new Map(others.map((row) => [named(row), row])).values(),
  ]);
  return rows.filter((row) => kept.has(row));
}

function recognised(row: DiscoveredOutput): Target {
  if (row.type !== 'none') return targetOf(row);
  throw wrongArgument(
    `output ${row.key} is not recognised as a resource`,
    `Name its type: resource('${row.key}', 'AWS::Service::Type').`,
  );
}

/** The type that the test names wins over a guess from the key, and never over what the value itself says. */
async function typed(row: DiscoveredOutput, type: string, backend: Pick<Backend, 'accepted'>): Promise<Target> {
  const target = targetOf(row);
  const wins = row.type === type || row.type === 'none' || row.decidedBy === 'key';
  if (wins || (await backend.accepted(type)).includes(row.type)) return { ...target, type };
  throw wrongArgument(
    `output ${row.key} is ${withArticle(row.type)}, not ${withArticle(type)}: ${row.id}`,
    `Select only outputs of ${withArticle(type)}, or write resource('${row.key}', '${row.type}').`,
  );
}
