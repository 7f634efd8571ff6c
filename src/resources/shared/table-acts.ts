import type { AttributeValue, TableDescription } from '@aws-sdk/client-dynamodb';
import type { ActName, Json } from '../../acts';
import type { dynamodb } from '../../aws/sdk';
import type { Sdk } from '../../engine/aws';
import type { ActDeclaration } from '../../engine/resource';
import { told, wrongArgument } from '../../engine/unjudged';
import type { Keeping } from '../../facets';
import { attributesOf, plainItem } from './item';

type Package = typeof dynamodb extends Sdk<infer Used> ? Used : never;
type TableAct<Name extends ActName> = ActDeclaration<Package, TableDescription, Name>;

const deliver: TableAct<'deliver'> = {
  calls: ['dynamodb:PutItem'],
  perform: async (table, aws, { content }) => {
    const Item = attributesOf(content);
    const key = keyIn(table, Item);
    const [first = ''] = Object.keys(key);
    const put = await aws.actOrAbsent(
      ['ConditionalCheckFailedException'],
      'PutItem',
      {
        TableName: nameOf(table),
        Item,
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': first },
      },
      { undo: { what: `item ${JSON.stringify(plainItem(key))}`, token: plainItem(key) } },
    );
    if (put) return {};
    throw wrongArgument(
      `table ${nameOf(table)} has an item ${JSON.stringify(plainItem(key))} already, which is not ours to touch`,
      "Put '{marker}' into the key: it stands for a text that is found nowhere else.",
    );
  },
};

const find: TableAct<'find'> = {
  calls: ['dynamodb:GetItem'],
  perform: async (table, aws, { key }) => {
    const Key = keyOf(table, key);
    const { Item } = await aws.act('GetItem', { TableName: nameOf(table), Key, ConsistentRead: true });
    const id = JSON.stringify(plainItem(Key));
    const undo = { what: `item ${id}`, token: plainItem(Key) };
    const things = Item ? [{ id, text: JSON.stringify(plainItem(Item)), undo }] : [];
    return { things, complete: true, undo };
  },
};

const remove: TableAct<'remove'> = {
  calls: ['dynamodb:DeleteItem'],
  perform: async (table, aws, token) => {
    await aws.act('DeleteItem', { TableName: nameOf(table), Key: keyOf(table, token) }, { idempotent: true });
    return {};
  },
};

/** What can be done to a table. */
export const tableActs = { deliver, find, remove };

/** What a table keeps: any item with its key, which is made up where all of it is text. */
export function tableKeeping(table: TableDescription): Keeping {
  const keys = keyNames(table);
  const kinds = new Map(table.AttributeDefinitions?.map((each) => [each.AttributeName, each.AttributeType]));
  const isText = keys.every((name) => kinds.get(name) === 'S');
  const sample = Object.fromEntries(keys.map((name) => [name, '{marker}']));
  return { holds: 'item', keys, ...(isText && { sample }) };
}

function nameOf({ TableName }: TableDescription): string {
  return told(TableName, 'Table.TableName');
}

function keyNames({ KeySchema }: TableDescription): string[] {
  return told(KeySchema, 'Table.KeySchema').map(({ AttributeName }) =>
    told(AttributeName, 'KeySchema[].AttributeName'),
  );
}

function keyIn(table: TableDescription, item: Record<string, AttributeValue>): Record<string, AttributeValue> {
  return Object.fromEntries(
    keyNames(table).map((name) => {
      const value = item[name];
      if (value) return [name, value];
      throw wrongArgument(
        `an item of table ${nameOf(table)} needs the key ${keyNames(table).join(' and ')}; ${name} is missing`,
      );
    }),
  );
}

/** The key and nothing beside it, as DynamoDB wants it. */
function keyOf(table: TableDescription, key: Json | undefined): Record<string, AttributeValue> {
  const given = attributesOf(key ?? null);
  const names = keyNames(table);
  const other = Object.keys(given).find((name) => !names.includes(name));
  if (other !== undefined) {
    throw wrongArgument(`the key of table ${nameOf(table)} is ${names.join(' and ')}; ${other} is no part of it`);
  }
  return keyIn(table, given);
}
