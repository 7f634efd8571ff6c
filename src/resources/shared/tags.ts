import type { Tags } from '../../facets';

/** A tag as the services spell it: `Key` and `Value` mostly, `key` and `value` in some, `TagKey` and `TagValue` in KMS. */
interface Tag {
  Key?: string;
  Value?: string;
  TagKey?: string;
  TagValue?: string;
  key?: string;
  value?: string;
}

/** Turns a list of tags into a map. A key without a value, which some services allow, has the empty value. */
export function tagMap(tags: readonly Tag[]): Tags {
  return Object.fromEntries(
    tags.map((tag) => [tag.Key ?? tag.TagKey ?? tag.key ?? '', tag.Value ?? tag.TagValue ?? tag.value ?? '']),
  );
}
