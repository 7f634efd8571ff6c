import { argument, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import type { Ask, ResourceLike } from '../../src/engine/matcher';
import { isResourceLike } from '../../src/engine/resource-like';
import type { PolicyStatement } from '../../src/facets';
import { arnParts } from '../pattern/wildcard';
import { isArn } from '../reference/refers-to';
import { isServicePrincipal, parseService } from './service-principal';
import { isForEverybody, nameOf, speaksOfAction } from './statement-match';

/** Somebody a role may trust: a service, a whole account, or one principal by its ARN. */
export type Trustee = { service: string } | { account: string } | { arn: string };

/** How far a role trusts somebody. */
export type Trust = 'full' | 'none' | 'unclear';

/** What a trust policy says of somebody. */
export interface TrustAnswer {
  trust: Trust;
  because?: string;
}

const assuming = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];

/** Reads somebody: an account id, an ARN or a service; `undefined` for anything else. */
export function parseTrustee(given: string): Trustee | undefined {
  const text = given.trim();
  if (/^\d{12}$/.test(text)) return { account: text };
  const [, account] = /^arn:[^:]+:iam::(\d{12}):root$/.exec(text) ?? [];
  if (account !== undefined) return { account };
  if (isArn(text)) return { arn: text };
  const service = parseService(text);
  return service && { service: service.region ? `${service.name}.${service.region}` : service.name };
}

/** Somebody a role may trust, as a person has it at hand. */
export const principal = argument<ResourceLike>(
  "a service ('lambda'), an account id ('111122223333'), an ARN, or the handle of a role",
  (given) => {
    if (isHandle(given)) return given;
    if (!isResourceLike(given)) return undefined;
    return parseTrustee(String(given)) ? given : refuse(`'${given}' is none of these`);
  },
);

/** The principals that a person gave, by the name that policies use. */
export function trusteesOf(ask: Ask, given: readonly ResourceLike[]): Promise<{ name: string; trustee: Trustee }[]> {
  return Promise.all(
    given.map(async (each) => {
      const names = await ask.names(each);
      const name = names.find(isArn) ?? names[0] ?? String(each);
      return { name, trustee: parseTrustee(name) ?? { arn: name } };
    }),
  );
}

/** Statements that let somebody assume the role, or forbid it. */
export function assumeStatements(statements: readonly PolicyStatement[]): PolicyStatement[] {
  return statements.filter((each) => assuming.some((action) => speaksOfAction(each, action)));
}

/** Everybody a role trusts, by kind and name as the policy spells them. */
export function principalsIn(statements: readonly PolicyStatement[]): { kind: string; name: string }[] {
  return assumeStatements(statements)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((each) =>
      each.notPrincipal
        ? [{ kind: 'AWS', name: '*' }]
        : Object.entries(each.principals).flatMap(([kind, names]) => names.map((name) => ({ kind, name }))),
    );
}

/** Whether a role trusts somebody. */
export function judgeTrust(statements: readonly PolicyStatement[], trustee: Trustee): TrustAnswer {
  const speaking = assumeStatements(statements).map((statement) => ({ statement, reach: reachOf(statement, trustee) }));
  const allows = speaking.filter(({ statement, reach }) => statement.effect === 'Allow' && reach !== 'none');
  const denies = speaking.filter(({ statement, reach }) => statement.effect === 'Deny' && reach !== 'none');
  const [allow] = allows.sort((one) => (one.reach === 'full' ? -1 : 1));
  if (!allow) return { trust: 'none' };
  const denied = denies.find(({ statement, reach }) => reach === 'full' && !hasConditions(statement));
  if (denied) return { trust: 'none', because: `${nameOf(denied.statement)} denies it` };
  const [deny] = denies;
  if (deny) return { trust: 'unclear', because: `${nameOf(deny.statement)} denies it under conditions` };
  if (allow.reach === 'full') return { trust: 'full' };
  return { trust: 'unclear', because: `${nameOf(allow.statement)} trusts ${partInWords(allow.statement, trustee)}` };
}

function hasConditions({ conditions }: PolicyStatement): boolean {
  return Object.keys(conditions).length > 0;
}

function partInWords({ principals }: PolicyStatement, trustee: Trustee): string {
  const names = (principals.AWS ?? []).filter((name) => reachOfName('AWS', name, trustee) !== 'none').join(', ');
  return 'account' in trustee
    ? `${names} of that account, not the account as a whole`
    : `the whole account ${names}, whose own policies decide who in it may`;
}

function reachOf(statement: PolicyStatement, trustee: Trustee): Trust {
  const reaches = Object.entries(statement.principals).flatMap(([kind, names]) =>
    names.map((name) => reachOfName(kind, name, trustee)),
  );
  const reach = reaches.includes('full') ? 'full' : reaches.includes('unclear') ? 'unclear' : 'none';
  if (!statement.notPrincipal) return isForEverybody(statement) ? 'full' : reach;
  return reach === 'full' ? 'none' : reach === 'none' ? 'full' : 'unclear';
}

/** How far one principal of a policy reaches somebody. */
export function reachOfName(kind: string, name: string, trustee: Trustee): Trust {
  if (name === '*') return kind === 'Service' && !('service' in trustee) ? 'none' : 'full';
  if ('service' in trustee) return isSameService(name, trustee.service) ? 'full' : 'none';
  const account = isArn(name) ? arnParts(name)[4] : name;
  const isWhole = !isArn(name) || arnParts(name)[5] === 'root';
  if ('account' in trustee) return account !== trustee.account ? 'none' : isWhole ? 'full' : 'unclear';
  if (name === trustee.arn) return 'full';
  return kind === 'AWS' && isWhole && account === arnParts(trustee.arn)[4] ? 'unclear' : 'none';
}

/** A service without a region means it in every region. */
function isSameService(name: string, wanted: string): boolean {
  // Identity providers are named by a host of their own.
  if (name.toLowerCase() === wanted) return true;
  const service = isServicePrincipal(name) ? parseService(name) : undefined;
  if (!service) return false;
  return service.name === wanted || (service.region !== undefined && `${service.name}.${service.region}` === wanted);
}
