import { arnParts, coversArn } from '../pattern/wildcard';

/**
 * Whether what one resource holds (an ARN, an id, a name) means the resource that is known by `names`. Two ARNs are
 * compared as ARNs; a bare name is compared with the end of an ARN.
 *
 * @example refersTo('arn:aws:sns:eu-west-1:111122223333:alerts', ['alerts']) // true
 */
export function refersTo(held: string, names: readonly string[]): boolean {
  const arns = names.filter(isArn);
  if (isArn(held) && arns.length > 0) return arns.some((arn) => sameArn(held, arn));
  if (isArn(held)) return names.some((name) => endings(held).includes(name));
  return names.some((name) => name === held || (isArn(name) && endings(name).includes(held)));
}

/** Whether a text is an ARN. */
export function isArn(text: string): boolean {
  return /^arn:[^:]*:[^:]+:/.test(text);
}

/** An ARN without the `:*` with which log groups end. */
export function withoutLogSuffix(arn: string): string {
  return arnParts(arn)[2] === 'logs' ? arn.replace(/:\*$/, '') : arn;
}

function sameArn(held: string, wanted: string): boolean {
  const one = withoutLogSuffix(held);
  const other = withoutLogSuffix(wanted);
  return one === other || belongsTo(one, other) || (/[*?]/.test(one) && coversArn(one, other));
}

/** The stream of a table and the version of a function speak of the table and of the function. */
function belongsTo(held: string, owner: string): boolean {
  const [, , service] = arnParts(owner);
  if (service === 'dynamodb') return held.startsWith(`${owner}/stream/`);
  return service === 'lambda' && held.startsWith(`${owner}:`);
}

function endings(arn: string): string[] {
  const [, , service, , , resource = ''] = arnParts(withoutLogSuffix(arn));
  const named = resource.replace(/^[^:/]+[:/]/, '');
  const last = named.slice(named.lastIndexOf('/') + 1);
  return [arn, resource, named, last, ...owners(service ?? '', resource, named)];
}

/** Names of the resource that the ARN's own one belongs to. */
function owners(service: string, resource: string, named: string): string[] {
  if (service === 'dynamodb') return [named.replace(/\/stream\/.*$/, '')];
  if (service === 'lambda') return [named.replace(/:.*$/, '')];
  return service === 'execute-api' ? [resource.replace(/\/.*$/, '')] : [];
}
