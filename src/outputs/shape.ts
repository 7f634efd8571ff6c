import type { Output, OutputsShape } from './output';
import { OutputsError } from './outputs-error';
import { isMaskedByTool, placeholderReason } from './placeholder';

interface Recognised {
  shape: OutputsShape;
  entries: Output[];
}

type JsonObject = Record<string, unknown>;

/** Which tool wrote this JSON, judged by what is in it, and its outputs in the order they were written. */
export function recogniseShape(content: unknown, source: string): Recognised {
  if (Array.isArray(content)) return fromArray(content, source);
  if (!isObject(content)) throw notOutputs(source, describe(content));
  if (Object.keys(content).length === 0) return { shape: 'empty', entries: [] };
  return fromDescribeStacks(content) ?? fromState(content) ?? fromStackArrays(content) ?? fromMembers(content);
}

function fromArray(items: unknown[], source: string): Recognised {
  if (items.length === 0) return { shape: 'empty', entries: [] };
  if (items.every(isCloudFormationOutput))
    return { shape: 'cloudformation', entries: items.map((item) => fromOutputKey(item)) };
  if (items.every(isDescribedStack)) return { shape: 'cloudformation', entries: items.flatMap(fromDescribedStack) };
  throw notOutputs(source, 'a list whose items are not {"OutputKey", "OutputValue"}');
}

/** `aws cloudformation describe-stacks`, whole or `--query 'Stacks[0]'`. */
function fromDescribeStacks(content: JsonObject): Recognised | undefined {
  if (Array.isArray(content.Stacks) && content.Stacks.every(isObject)) {
    return { shape: 'cloudformation', entries: content.Stacks.flatMap(fromDescribedStack) };
  }
  if (isDescribedStack(content)) return { shape: 'cloudformation', entries: fromDescribedStack(content) };
  return undefined;
}

/** A Terraform state file, `terraform show -json`, and `pulumi stack export`. */
function fromState(content: JsonObject): Recognised | undefined {
  const values = content.values;
  const outputs =
    typeof content.terraform_version === 'string' && isObject(content.outputs)
      ? content.outputs
      : typeof content.format_version === 'string' && isObject(values) && isObject(values.outputs)
        ? values.outputs
        : undefined;
  if (outputs !== undefined) return { shape: 'terraform', entries: fromTerraform(outputs) };

  const deployment = content.deployment;
  if (!isObject(deployment) || !Array.isArray(deployment.resources)) return undefined;
  const stack = deployment.resources.find((item) => isObject(item) && item.type === 'pulumi:pulumi:Stack');
  if (!isObject(stack) || !isObject(stack.outputs)) return { shape: 'pulumi', entries: [] };
  return { shape: 'pulumi', entries: Object.entries(stack.outputs).map(([key, value]) => toOutput(key, value)) };
}

function fromStackArrays(content: JsonObject): Recognised | undefined {
  const stacks = Object.entries(content);
  if (!stacks.every(([, outputs]) => Array.isArray(outputs) && outputs.every(isCloudFormationOutput))) return undefined;
  if (stacks.every(([, outputs]) => Array.isArray(outputs) && outputs.length === 0)) return undefined;
  const entries = stacks.flatMap(([stack, outputs]) =>
    Array.isArray(outputs) ? outputs.filter(isCloudFormationOutput).map((output) => fromOutputKey(output, stack)) : [],
  );
  return { shape: 'cloudformation', entries };
}

function fromMembers(content: JsonObject): Recognised {
  const members = Object.entries(content);
  if (members.every(([, member]) => isTerraformOutput(member)) || isBareTerraform(members)) {
    return { shape: 'terraform', entries: fromTerraform(content) };
  }
  if (members.every(([name, member]) => isObject(member) && isStack(name, member))) {
    return { shape: 'cdk', entries: members.flatMap(([stack, member]) => fromStack(stack, member)) };
  }
  const entries = members.flatMap(([name, member]) => {
    if (isTerraformOutput(member)) return [fromTerraformOutput(name, member)];
    if (isObject(member) && /stack/i.test(name) && isStack(name, member)) return fromStack(name, member);
    return [toOutput(name, member)];
  });
  const typed = members.some(([, member]) => typeof member !== 'string');
  return { shape: typed ? 'pulumi' : 'flat', entries };
}

/**
 * `{ "Name": { "Key": "value" } }` is a stack of the CDK, or one output that is a map. A CloudFormation stack's name
 * has no underscore, and its outputs are not null, boolean or further maps.
 */
function isStack(name: string, member: JsonObject): boolean {
  if (/stack/i.test(name)) return true;
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(name)) return false;
  const spelledAsVariable = /^[a-z]+[A-Z]/.test(name);
  return !spelledAsVariable || Object.values(member).every((value) => typeof value === 'string');
}

function fromStack(stack: string, member: unknown): Output[] {
  if (!isObject(member)) return [];
  return Object.entries(member).map(([key, value]) =>
    isTerraformOutput(value) ? fromTerraformOutput(key, value, stack) : toOutput(key, value, stack),
  );
}

function isTerraformOutput(value: unknown): value is JsonObject & { value: unknown } {
  return isObject(value) && 'value' in value && ('sensitive' in value || 'type' in value);
}

/** Terraform's form cut down to `{ "name": { "value": ... } }`, as scripts do. */
function isBareTerraform(members: [string, unknown][]): boolean {
  const bare = members.every(([, member]) => isObject(member) && Object.keys(member).join() === 'value');
  return bare && (members.length > 1 || members.some(([name]) => name.includes('_')));
}

function fromTerraform(outputs: JsonObject): Output[] {
  return Object.entries(outputs).map(([key, output]) => fromTerraformOutput(key, output));
}

function fromTerraformOutput(key: string, output: unknown, stack?: string): Output {
  if (!isObject(output) || !('value' in output)) return toOutput(key, output, stack);
  return toOutput(key, output.value, stack, output.sensitive === true);
}

function isCloudFormationOutput(item: unknown): item is JsonObject & { OutputKey: string } {
  return isObject(item) && typeof item.OutputKey === 'string';
}

function fromOutputKey(output: JsonObject & { OutputKey: string }, stack?: string): Output {
  return toOutput(output.OutputKey, output.OutputValue, stack);
}

function isDescribedStack(item: unknown): item is JsonObject {
  if (!isObject(item) || !('Outputs' in item || 'StackName' in item)) return false;
  if (Array.isArray(item.Outputs)) return item.Outputs.every(isCloudFormationOutput);
  return item.Outputs === undefined && typeof item.StackName === 'string' && 'StackStatus' in item;
}

function fromDescribedStack(stack: JsonObject): Output[] {
  const name = typeof stack.StackName === 'string' ? stack.StackName : undefined;
  const outputs = Array.isArray(stack.Outputs) ? stack.Outputs.filter(isCloudFormationOutput) : [];
  return outputs.map((output) => fromOutputKey(output, name));
}

function toOutput(key: string, value: unknown, stack?: string, sensitive = false): Output {
  const missing = placeholderReason(value);
  return {
    key,
    ...(stack === undefined ? {} : { stack }),
    value,
    sensitive: sensitive || isMaskedByTool(value),
    ...(missing === undefined ? {} : { missing }),
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(content: unknown): string {
  return content === null ? 'null' : `a ${typeof content}`;
}

function notOutputs(source: string, found: string): OutputsError {
  return new OutputsError(
    'malformed',
    `${source} does not hold the outputs of a stack: it is ${found}. Expected an object of names and values, the file of 'cdk deploy --outputs-file', 'aws cloudformation describe-stacks', 'terraform output -json' or 'pulumi stack output --json'.`,
    { source },
  );
}
