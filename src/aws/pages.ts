import { undetermined } from '../engine/unjudged';
import type { Connection } from './clients';
import { commandClass } from './clients';
import type { SdkOutput } from './sdk-client';

type Page = SdkOutput;
type Paginate = (configuration: { client: unknown }, input: object) => AsyncIterable<Page>;

/** Fields that carry on a list where the SDK has no paginator, by output field, with the input field they go to. */
const tokens: [output: string, input: string][] = [
  ['NextToken', 'NextToken'],
  ['nextToken', 'nextToken'],
  ['NextContinuationToken', 'ContinuationToken'],
  ['PaginationToken', 'PaginationToken'],
  ['position', 'position'],
];

/** Operations that carry on a list in a way of their own. */
const ownTokens: Record<string, [output: string, input: string][]> = {
  DescribeSSLPolicies: [['NextMarker', 'Marker']],
  ListReusableDelegationSets: [['NextMarker', 'Marker']],
  ListObjects: [['NextMarker', 'Marker']],
  ListResourceRecordSets: [
    ['NextRecordName', 'StartRecordName'],
    ['NextRecordType', 'StartRecordType'],
    ['NextRecordIdentifier', 'StartRecordIdentifier'],
  ],
  ListHostedZonesByName: [
    ['NextDNSName', 'DNSName'],
    ['NextHostedZoneId', 'HostedZoneId'],
  ],
  ListObjectVersions: [
    ['NextKeyMarker', 'KeyMarker'],
    ['NextVersionIdMarker', 'VersionIdMarker'],
  ],
  ListMultipartUploads: [
    ['NextKeyMarker', 'KeyMarker'],
    ['NextUploadIdMarker', 'UploadIdMarker'],
  ],
};

/** Services whose marker has the same name in both directions. */
const markers: [output: string, input: string][] = [
  ['NextMarker', 'NextMarker'],
  ['Marker', 'Marker'],
];

/** Lists that continue after their last item. */
const afterLast: Record<string, { items: string; name?: string; input: string }> = {
  ListDeliveryStreams: { items: 'DeliveryStreamNames', input: 'ExclusiveStartDeliveryStreamName' },
  ListTagsForDeliveryStream: { items: 'Tags', name: 'Key', input: 'ExclusiveStartTagKey' },
  ListTagsForStream: { items: 'Tags', name: 'Key', input: 'ExclusiveStartTagKey' },
};

/**
 * Every page of a list, to its end.
 *
 * @param name the call as messages name it, such as `rds:DescribeDBInstances`.
 * @param read makes one call.
 * @throws {Unjudged} undetermined (broken answer) when a page leads back to an earlier one or nowhere.
 */
export async function* pagesOf(
  { client, package: loaded }: Connection,
  packageName: string,
  operation: string,
  name: string,
  input: object,
  read: (input: object) => Promise<Page>,
): AsyncGenerator<Page> {
  const seen = new Set<string>();
  const once = (next: object): Promise<Page> => {
    const text = JSON.stringify(next);
    if (seen.has(text)) throw broken(`${name} gave the same page token twice, so the list has no end`);
    seen.add(text);
    return read(next);
  };
  const paginate = loaded[`paginate${operation}`];
  if (typeof paginate === 'function') {
    // The paginator checks the class of its client; this one sends nothing by itself.
    const stand: unknown = Object.create(client, {
      send: { value: (command: { input: object }) => once({ ...command.input }) },
    });
    yield* (paginate as Paginate)({ client: stand }, { ...input });
    return;
  }
  commandClass(loaded, packageName, operation);
  for (let next: object | undefined = input; next; ) {
    const page: Page = await once(next);
    yield page;
    next = following(page, next, operation, name);
  }
}

function following(page: Page, input: object, operation: string, name: string): object | undefined {
  const last = afterLast[operation];
  if (last && (page.HasMoreTags === true || page.HasMoreDeliveryStreams === true)) {
    const items = page[last.items];
    const item: unknown = Array.isArray(items) ? items.at(-1) : undefined;
    const token = last.name ? (item as Record<string, unknown> | undefined)?.[last.name] : item;
    if (token !== undefined) return { ...input, [last.input]: token };
  }
  const pairs = ownTokens[operation] ?? [...tokens, ...markers];
  const found = pairs.filter(([output]) => typeof page[output] === 'string' && page[output] !== '');
  if (found.length > 0) return { ...input, ...Object.fromEntries(found.map(([output, to]) => [to, page[output]])) };
  const more = Object.keys(page).find((field) => /^(IsTruncated|HasMore\w*)$/i.test(field) && page[field] === true);
  if (more) throw broken(`${name} says that the list goes on (${more}) and not where`);
  return undefined;
}

function broken(reason: string): Error {
  return undetermined('broken answer', reason, { advice: 'A list that cannot be read to its end cannot be judged.' });
}
