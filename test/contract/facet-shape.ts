import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Module, parseSync, type TsInterfaceDeclaration, type TsType, type TsTypeElement } from '@swc/core';

const folder = path.join(__dirname, '..', '..', 'src');
const files = ['facets.ts', ...readdirSync(path.join(folder, 'facets')).map((name) => path.join('facets', name))];

const interfaces = new Map<string, TsInterfaceDeclaration>();
const aliases = new Map<string, TsType>();

for (const file of files) {
  const { body }: Module = parseSync(readFileSync(path.join(folder, file), 'utf8'), { syntax: 'typescript' });
  for (const item of body) {
    if (item.type !== 'ExportDeclaration') continue;
    const { declaration } = item;
    if (declaration.type === 'TsInterfaceDeclaration') interfaces.set(declaration.id.value, declaration);
    if (declaration.type === 'TsTypeAliasDeclaration') aliases.set(declaration.id.value, declaration.typeAnnotation);
  }
}

/**
 * Where a value is not what `src/facets` says of a facet: a missing field, one that nobody documented, another type.
 *
 * @param facet name of the facet, such as `encryption`.
 */
export function shapeFaults(facet: string, value: unknown): string[] {
  const type = fieldsOf('Facets').get(facet)?.type;
  return type ? faults(type, value, facet) : [`${facet} is no facet`];
}

interface Field {
  type: TsType;
  optional: boolean;
}

function fieldsOf(name: string): Map<string, Field> {
  const declaration = interfaces.get(name);
  if (!declaration) throw new Error(`src/facets has no interface ${name}`);
  const inherited = declaration.extends.flatMap(({ expression }) =>
    expression.type === 'Identifier' ? [...fieldsOf(expression.value)] : [],
  );
  return new Map([...inherited, ...fieldsIn(declaration.body.body)]);
}

function fieldsIn(members: readonly TsTypeElement[]): [string, Field][] {
  return members.flatMap((member): [string, Field][] => {
    if (member.type !== 'TsPropertySignature' || member.key.type !== 'Identifier' || !member.typeAnnotation) return [];
    return [[member.key.value, { type: member.typeAnnotation.typeAnnotation, optional: member.optional }]];
  });
}

function faults(type: TsType, value: unknown, at: string): string[] {
  const wrong = (wanted: string) => [`${at} is ${JSON.stringify(value)} where ${wanted} is documented`];
  switch (type.type) {
    case 'TsKeywordType':
      return isKeyword(type.kind, value) ? [] : wrong(`a ${type.kind}`);
    case 'TsLiteralType':
      return 'value' in type.literal && type.literal.value === value ? [] : wrong('one of the words');
    case 'TsParenthesizedType':
      return faults(type.typeAnnotation, value, at);
    case 'TsArrayType':
      return Array.isArray(value)
        ? value.flatMap((each, index) => faults(type.elemType, each, `${at}[${index}]`))
        : wrong('a list');
    case 'TsUnionType': {
      const each = type.types.map((one) => faults(one, value, at));
      return each.some((found) => found.length === 0) ? [] : (each[0] ?? []);
    }
    case 'TsIntersectionType':
      return faultsInFields(new Map(type.types.flatMap((one) => [...fieldsOfType(one)])), value, at);
    case 'TsTypeLiteral':
      return faultsInFields(fieldsOfType(type), value, at);
    case 'TsIndexedAccessType':
      return faults(indexed(type.objectType, type.indexType), value, at);
    case 'TsTypeReference': {
      if (type.typeName.type !== 'Identifier') break;
      const name = type.typeName.value;
      const [, values] = type.typeParams?.params ?? [];
      if (name === 'Record' && values) {
        return isObject(value)
          ? Object.entries(value).flatMap(([key, each]) => faults(values, each, `${at}.${key}`))
          : wrong('a map');
      }
      const alias = aliases.get(name);
      return alias ? faults(alias, value, at) : faultsInFields(fieldsOf(name), value, at);
    }
  }
  throw new Error(`${at}: a ${type.type} in src/facets is not understood`);
}

function fieldsOfType(type: TsType): Map<string, Field> {
  if (type.type === 'TsTypeLiteral') return new Map(fieldsIn(type.members));
  if (type.type === 'TsTypeReference' && type.typeName.type === 'Identifier') return fieldsOf(type.typeName.value);
  throw new Error(`a ${type.type} has no fields`);
}

function indexed(of: TsType, by: TsType): TsType {
  const name = by.type === 'TsLiteralType' && by.literal.type === 'StringLiteral' ? by.literal.value : '';
  const field = fieldsOfType(of).get(name);
  if (!field) throw new Error(`there is no field ${name}`);
  return field.type;
}

function faultsInFields(fields: Map<string, Field>, value: unknown, at: string): string[] {
  if (!isObject(value)) return [`${at} is ${JSON.stringify(value)} where an object is documented`];
  const unknown = Object.keys(value).filter((name) => !fields.has(name));
  return [
    ...unknown.map((name) => `${at}.${name} is documented nowhere`),
    ...[...fields].flatMap(([name, { type, optional }]) =>
      value[name] === undefined
        ? optional
          ? []
          : [`${at}.${name} is missing`]
        : faults(type, value[name], `${at}.${name}`),
    ),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKeyword(kind: string, value: unknown): boolean {
  if (kind === 'unknown') return true;
  return kind === 'number' ? Number.isFinite(value) : typeof value === kind;
}
