import type { Tags } from '../../facets';

/** Tags of the services that spell `key` and `value`, such as ECS. */
export function lowerCaseTags(tags: readonly { key?: string; value?: string }[]): Tags {
  return Object.fromEntries(tags.map(({ key = '', value = '' }) => [key, value]));
}
