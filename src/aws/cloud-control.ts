import { isRecord } from '../engine/argument';
import type { Aws } from '../engine/aws';
import { defineResource, type ResourceDefinition, type Target } from '../engine/resource';
import { notApplicable, told, undetermined } from '../engine/unjudged';
import type { Tags } from '../facets';
import { cloudControl, cloudformation } from './sdk';

type Package = Awaited<ReturnType<typeof cloudControl.load>>;

/** A resource as Cloud Control describes it: in the property names of its CloudFormation type. */
interface Described {
  identifier: string;
  properties: Record<string, unknown>;
}

/** Codes with which Cloud Control says that it cannot read this type at all. */
const unreadable = ['TypeNotFoundException', 'UnsupportedActionException'];

/** Codes with which it says that there is no resource with this identifier. */
const notThisOne = ['ResourceNotFoundException', 'InvalidRequestException', 'ValidationException'];

/**
 * The definition of a type outside the catalog, read through Cloud Control: it answers existence, described state,
 * identity and tags. `undefined` for what is no type of CloudFormation's registry, such as `Custom::Thing`.
 *
 * @param type CloudFormation type name.
 * @example outsideCatalog('AWS::Cassandra::Keyspace')
 */
export function outsideCatalog(type: string): ResourceDefinition | undefined {
  if (!/^(?!Custom::)[A-Za-z0-9]{2,64}(::[A-Za-z0-9]{2,64}){2}$/.test(type)) return undefined;
  return defineResource({
    type,
    label: `${type} (outside the catalog, read through Cloud Control)`,
    sdk: cloudControl,
    reads: ['cloudformation:GetResource'],
    notFound: ['ResourceNotFoundException'],
    facts: (aws, target) => describe(aws, type, target),
    config: { read: ({ properties }) => properties },
    facets: {
      identity: {
        fields: 'ResourceDescription.{Identifier, Properties}',
        read: ({ identifier, properties }) => {
          const arn = arnIn(properties, type);
          return { id: identifier, ...(arn && { arn }) };
        },
      },
      tags: {
        fields: 'ResourceDescription.Properties.Tags',
        reads: ['cloudformation:DescribeType'],
        read: ({ properties }, aws) => tagsIn(properties, aws, type),
      },
    },
  });
}

/**
 * Some types go by a name and some by an ARN, and nothing but an answer tells which: the output's own value is the second
 * try.
 */
async function describe(aws: Aws<Package>, TypeName: string, { id, value }: Target): Promise<Described> {
  const first =
    value === id
      ? undefined
      : await aws.callOrAbsent([...notThisOne, ...unreadable], 'GetResource', { TypeName, Identifier: id });
  const answer = first ?? (await aws.callOrAbsent(unreadable, 'GetResource', { TypeName, Identifier: value }));
  if (!answer) {
    throw notApplicable(
      `${TypeName} is outside the catalog, and Cloud Control cannot read it either`,
      'Add the type with defineResource and name the file in the option extensions.',
    );
  }
  const { Identifier, Properties } = told(answer.ResourceDescription, 'ResourceDescription');
  return {
    identifier: told(Identifier, 'ResourceDescription.Identifier'),
    properties: parsed(told(Properties, 'ResourceDescription.Properties'), 'Properties'),
  };
}

function parsed(text: string, field: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw undetermined('broken answer', `AWS answered with ${field} that is no JSON: ${error.message}`);
  }
  if (isRecord(value)) return value;
  throw undetermined('broken answer', `AWS answered with ${field} that is no JSON object`);
}

/** `Arn`, or the name of the type with `Arn`: `KeyspaceArn`. */
function arnIn(properties: Record<string, unknown>, type: string): string | undefined {
  const own = type.slice(type.lastIndexOf(':') + 1);
  const values = ['Arn', 'ARN', `${own}Arn`, `${own}ARN`].map((name) => properties[name]);
  return values.find((value): value is string => typeof value === 'string' && value.startsWith('arn:'));
}

async function tagsIn(properties: Record<string, unknown>, aws: Aws<Package>, TypeName: string): Promise<Tags> {
  const own = properties.Tags ?? properties.tags;
  if (own !== undefined) return tagMap(own, TypeName);
  // A resource without tags leaves the property out, and so does a type that knows none: its schema tells.
  const { Schema } = await aws.through(cloudformation).call('DescribeType', { Type: 'RESOURCE', TypeName });
  const { tagging, taggable } = parsed(told(Schema, 'Schema'), 'Schema');
  const { taggable: can = taggable, tagProperty } = isRecord(tagging) ? tagging : {};
  if (can === false) throw notApplicable(`${TypeName} cannot be tagged`);
  const found = typeof tagProperty === 'string' ? properties[tagProperty.replace('/properties/', '')] : undefined;
  return found === undefined ? {} : tagMap(found, TypeName);
}

/** Types write tags as a list of keys and values, or as a map. */
function tagMap(tags: unknown, type: string): Tags {
  if (isRecord(tags)) return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)]));
  if (!Array.isArray(tags)) throw notApplicable(`${type} writes its tags in a form of its own; ask toHaveConfig(...)`);
  return Object.fromEntries(
    tags.filter(isRecord).map((tag) => [String(tag.Key ?? tag.key ?? ''), String(tag.Value ?? tag.value ?? '')]),
  );
}
