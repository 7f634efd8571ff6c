import { told } from '../../engine/unjudged';

/** Attributes as the load balancing API spells them, such as `idle_timeout.timeout_seconds`. */
export function attributeMap(attributes: readonly { Key?: string; Value?: string }[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ Key, Value }) => [told(Key, 'Attributes[].Key'), Value ?? '']));
}

/** A switch among the attributes; `undefined` where the kind of resource has none. */
export function attributeSwitch(attributes: Record<string, string>, name: string): boolean | undefined {
  return attributes[name] === undefined ? undefined : attributes[name] === 'true';
}

/** A number among the attributes; `undefined` where the kind of resource has none. */
export function attributeNumber(attributes: Record<string, string>, name: string): number | undefined {
  return attributes[name] === undefined ? undefined : Number(attributes[name]);
}
