/** An AWS service as a policy names it. */
export interface ServiceName {
  /** Without region and suffix, such as `logs` or `delivery.logs`. */
  name: string;
  /** Region in the name, where it has one. */
  region?: string;
}

const suffix = /\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov)$/;
const trailingRegion = /^(.+)\.([a-z]{2,4}(?:-[a-z]+)+-\d)$/;

/**
 * Reads a service: `logs`, `logs.amazonaws.com` and `logs.eu-west-1.amazonaws.com` name the same one. `undefined` for
 * what is no name of a service.
 */
export function parseService(given: string): ServiceName | undefined {
  const bare = given.trim().toLowerCase().replace(suffix, '');
  const [, name = bare, region] = trailingRegion.exec(bare) ?? [];
  return /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/.test(name) ? { name, region } : undefined;
}

/** Whether a text is written as a service principal. */
export function isServicePrincipal(text: string): boolean {
  return suffix.test(text);
}

/** The principals under which a service acts in a region: the regional one first. */
export function principalsOf({ name, region: named }: ServiceName, region: string): string[] {
  const suffixes = region.startsWith('cn-') ? ['amazonaws.com.cn', 'amazonaws.com'] : ['amazonaws.com'];
  const place = named ?? region;
  return [...suffixes.map((each) => `${name}.${place}.${each}`), ...suffixes.map((each) => `${name}.${each}`)];
}
