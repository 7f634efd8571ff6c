import type { ActName } from '../../acts';
import type { s3 } from '../../aws/sdk';
import { isRecord } from '../../engine/argument';
import type { ActingAws, Sdk } from '../../engine/aws';
import type { ActDeclaration } from '../../engine/resource';
import { told, wrongArgument } from '../../engine/unjudged';
import { contentFields, contentText, textField } from './content';

type Package = typeof s3 extends Sdk<infer Used> ? Used : never;
type BucketAct<Name extends ActName> = ActDeclaration<Package, { Name: string }, Name>;

/** Longer objects are not read; they are there, and that is what counts. */
const longestBody = 1_000_000;

const deliver: BucketAct<'deliver'> = {
  calls: ['s3:ListObjectVersions', 's3:PutObject'],
  perform: async ({ Name: Bucket }, aws, { content }) => {
    const takes = "an object { key, body, contentType?, metadata? }, such as { key: 'in/{marker}.json', body: {} }";
    const fields = contentFields(content, takes, ['key', 'body'], ['contentType', 'metadata']);
    const Key = textField(fields, 'key');
    if ((await versionsOf(aws, Bucket, Key)).length > 0) throw occupied(Bucket, Key);
    const put = await aws.actOrAbsent(
      ['PreconditionFailed'],
      'PutObject',
      {
        Bucket,
        Key,
        Body: contentText(fields.body ?? null),
        // Whoever puts an object there in between keeps it.
        IfNoneMatch: '*',
        ...(fields.contentType !== undefined && { ContentType: textField(fields, 'contentType') }),
        ...(isRecord(fields.metadata) && { Metadata: texts(fields.metadata) }),
      },
      { undo: { what: `object ${Key}`, token: { key: Key } } },
    );
    if (!put) throw occupied(Bucket, Key);
    return { id: put.VersionId ?? put.ETag };
  },
};

const find: BucketAct<'find'> = {
  calls: ['s3:GetObject', 's3:ListObjectVersions'],
  perform: async ({ Name: Bucket }, aws, { key, former }) => {
    if (typeof key !== 'string' || key === '') throw wrongArgument('an object is looked for by its key, a text');
    const undo = { what: `object ${key}`, token: { key } };
    if (former) {
      const versions = await versionsOf(aws, Bucket, key);
      return { things: versions.map((id) => ({ id, text: '', undo })), complete: true, undo };
    }
    const answer = await aws.actOrAbsent(['NoSuchKey', 'NotFound'], 'GetObject', { Bucket, Key: key });
    if (!answer) return { things: [], complete: true, undo };
    const length = answer.ContentLength ?? 0;
    const text = length > longestBody ? `(${length} bytes)` : ((await answer.Body?.transformToString()) ?? '');
    return { things: [{ id: answer.VersionId ?? answer.ETag ?? key, text, undo }], complete: true, undo };
  },
};

const remove: BucketAct<'remove'> = {
  calls: ['s3:ListObjectVersions', 's3:DeleteObject'],
  perform: async ({ Name: Bucket }, aws, token) => {
    const Key = textField(contentFields(token, 'a key', ['key']), 'key');
    // To delete an object without its version would leave the version, and a delete marker on top.
    for (const VersionId of await versionsOf(aws, Bucket, Key)) {
      await aws.act('DeleteObject', { Bucket, Key, VersionId }, { idempotent: true });
    }
    return {};
  },
};

/** What can be done to a bucket. */
export const bucketActs = { deliver, find, remove };

/** Every version and delete marker of a key; `null` for an object from before there were versions. */
async function versionsOf(aws: ActingAws<Package>, Bucket: string, Prefix: string): Promise<string[]> {
  // The key itself comes first among those that start with it.
  const { Versions = [], DeleteMarkers = [] } = await aws.act('ListObjectVersions', { Bucket, Prefix });
  return [...Versions, ...DeleteMarkers]
    .filter(({ Key }) => Key === Prefix)
    .map(({ VersionId }) => told(VersionId, 'Versions[].VersionId'));
}

function occupied(bucket: string, key: string): Error {
  return wrongArgument(
    `bucket ${bucket} has an object ${key} already, or former versions of one, which are not ours to touch`,
    "Put '{marker}' into the key: it stands for a text that is found nowhere else.",
  );
}

function texts(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
