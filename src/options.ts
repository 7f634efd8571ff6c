import * as v from 'valibot';
import type { AccountOptions } from './aws/options';
import { OptionsError } from './options-error';

const seconds = v.pipe(v.number('must be a number of seconds'), v.minValue(0.1), v.maxValue(300));

const servers = ['ministack', 'moto'] as const;

/** An AWS-compatible server that stackproof can tell from others. */
export type ServerName = (typeof servers)[number];

/** One entry of the option `gaps`. */
export const gapSchema = v.strictObject({
  server: v.picklist(servers, `must be one of ${servers.join(', ')}`),
  type: v.pipe(v.string(), v.regex(/^\w+::\w+::\w+$/, 'must be a type such as AWS::SQS::Queue')),
  matcher: v.pipe(v.string(), v.regex(/^to[A-Z]\w*$/, 'must be the name of a matcher such as toHaveTags')),
  reason: v.pipe(v.string(), v.nonEmpty('must say what the server does otherwise than AWS')),
});

/** A matcher that cannot be asked of a type on one server, because the server answers otherwise than AWS does. */
export type GapDeclaration = v.InferOutput<typeof gapSchema>;

const endpointForm = 'must be a URL such as http://127.0.0.1:4566';

const schema = v.strictObject({
  outputs: v.optional(v.pipe(v.string(), v.nonEmpty())),
  missing: v.optional(v.picklist(['skip', 'fail'], "must be 'skip' or 'fail'")),
  region: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,}(-[a-z0-9]+)+-\d+$/, 'must be a region such as eu-west-1'))),
  endpoint: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/]/i, endpointForm), v.url(endpointForm))),
  profile: v.optional(v.pipe(v.string(), v.nonEmpty())),
  roleArn: v.optional(v.pipe(v.string(), v.regex(/^arn:[\w-]+:iam::\d{12}:role\/.+$/, 'must be the ARN of a role'))),
  requestTimeoutInSeconds: v.optional(seconds),
  maxAttempts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
  prefetch: v.optional(v.boolean('must be true or false')),
  allowActs: v.optional(v.boolean('must be true or false')),
  extensions: v.optional(v.array(v.string())),
  gaps: v.optional(
    v.lazy((given) =>
      Array.isArray(given)
        ? v.array(gapSchema)
        : v.pipe(v.string('must be a JSON file or a list of gaps'), v.nonEmpty()),
    ),
  ),
});

/**
 * What a team can set under `globals.stackproof` of its Jest configuration. Each option has an environment variable,
 * which wins: `missing` is `STACKPROOF_MISSING`, `requestTimeoutInSeconds` is `STACKPROOF_REQUEST_TIMEOUT_IN_SECONDS`.
 */
export interface StackproofOptions extends AccountOptions {
  /** The outputs file, relative to `rootDir`. Searched in the usual places unless told. */
  outputs?: string;
  /** What becomes of a test whose output is missing: `skip` (default) or `fail`. */
  missing?: 'skip' | 'fail';
  /** Whether the resources of all outputs are read at the start of the run; true unless told. */
  prefetch?: boolean;
  /** Files with your own `defineResource` and `defineMatcher`, relative to `rootDir`. */
  extensions?: string[];
  /**
   * What an AWS-compatible server is known to get wrong: a list, or a JSON file with one, relative to `rootDir`. On that
   * server that matcher is not asked of that type and its test is skipped with the reason. Without a custom endpoint, and
   * on another server, they do nothing.
   */
  gaps?: string | GapDeclaration[];
}

type OptionName = keyof StackproofOptions;

const names = Object.keys(schema.entries) as OptionName[];

/** `outputs` is set by `STACKPROOF_OUTPUTS`, and so on for each option. */
export function variableOf(option: OptionName): string {
  return `STACKPROOF_${option.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** Where the workers of a run find its broker. Set by the run itself. */
export const brokerVariable = 'STACKPROOF_BROKER';

/**
 * The options of a run: what the configuration says, then what the environment says.
 *
 * @throws {OptionsError} naming the option, what it takes and what it got.
 */
export function readOptions(given: unknown, environment: NodeJS.ProcessEnv = process.env): StackproofOptions {
  const fromEnvironment = Object.fromEntries(
    names.flatMap((name) => {
      const text = environment[variableOf(name)];
      return text === undefined || text === '' ? [] : [[name, parse(name, text)]];
    }),
  );
  checkNames(given);
  checkVariables(environment);
  const result = v.safeParse(schema, { ...(given as object | undefined), ...fromEnvironment });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const [name = 'options', ...rest] = (issue.path ?? []).map(({ key }) => String(key));
  const option = name in fromEnvironment ? variableOf(name as OptionName) : `globals.stackproof.${name}`;
  const place = [option, ...rest].join('.');
  throw new OptionsError(`stackproof: ${place} is wrong: ${issue.message} (received ${JSON.stringify(issue.input)}).`);
}

function checkNames(given: unknown): void {
  if (given === undefined) return;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new OptionsError(
      `stackproof: globals.stackproof must be an object of options, received ${JSON.stringify(given)}.`,
    );
  }
  const unknown = Object.keys(given).find((name) => !names.includes(name as OptionName));
  if (unknown !== undefined) {
    throw new OptionsError(
      `stackproof: unknown option globals.stackproof.${unknown}. The options are ${names.join(', ')}.`,
    );
  }
}

function checkVariables(environment: NodeJS.ProcessEnv): void {
  const known = new Set([...names.map(variableOf), brokerVariable]);
  const unknown = Object.keys(environment).find((name) => name.startsWith('STACKPROOF_') && !known.has(name));
  if (unknown !== undefined) {
    throw new OptionsError(
      `stackproof: unknown variable ${unknown}. The variables are ${names.map(variableOf).join(', ')}.`,
    );
  }
}

/** Environment variables are text; lists are separated by commas. */
function parse(name: OptionName, text: string): unknown {
  if (name === 'prefetch' || name === 'allowActs') {
    if (/^(1|true|yes|on)$/i.test(text)) return true;
    return /^(0|false|no|off)$/i.test(text) ? false : text;
  }
  if (name === 'requestTimeoutInSeconds' || name === 'maxAttempts') {
    const value = Number(text);
    return Number.isFinite(value) ? value : text;
  }
  if (name === 'extensions') return text.split(',').map((part) => part.trim());
  return text;
}
