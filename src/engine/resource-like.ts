import { argument } from './argument';
import { isHandle } from './handle';
import type { ResourceLike } from './matcher';

/** Whether a value names a resource: a handle, or the text of an id, a name, an alias or an ARN. */
export function isResourceLike(value: unknown): value is ResourceLike {
  return isHandle(value) || (typeof value === 'string' && value !== '');
}

/** A resource as a person has it at hand. */
export const resourceLike = argument<ResourceLike>(
  "a handle such as resource('OutputKey'), an id, a name or an ARN",
  (given) => (isResourceLike(given) ? given : undefined),
);
