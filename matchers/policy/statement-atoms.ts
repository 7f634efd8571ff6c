import type { PolicyStatement } from '../../src/facets';

/** One element of a statement: how it is compared, and how a message shows it. */
interface Element {
  key: string;
  shown: string;
}

/** The smallest thing a statement says: one principal, one action, one resource, under all its conditions. */
export interface Atom {
  key: string;
  principal: string;
  action: string;
  resource: string;
}

/** A statement cut into what it says, so that it does not matter how a policy is cut into statements. */
export interface CutStatement {
  statement: PolicyStatement;
  atoms: Atom[];
}

/** Services in whose policies a star, and no resource at all, mean the resource that holds the policy. */
const selfSpeaking = ['ecr', 'kms', 'secretsmanager', 'sns', 'sqs'];

/**
 * Cuts a statement into what it says.
 *
 * @param arn ARN of the resource that holds the policy.
 */
export function cut(statement: PolicyStatement, arn: string): CutStatement {
  const under = conditionsKey(statement);
  const atoms = principalsOf(statement).flatMap((principal) =>
    actionsOf(statement).flatMap((action) =>
      resourcesOf(statement, arn).map((resource) => ({
        key: JSON.stringify([statement.effect, principal.key, action.key, resource.key, under]),
        principal: principal.shown,
        action: action.shown,
        resource: resource.shown,
      })),
    ),
  );
  return { statement, atoms };
}

/** What some of a statement's atoms say, in words. */
export function atomsInWords({ effect, conditions }: PolicyStatement, atoms: readonly Atom[]): string {
  const list = (read: (atom: Atom) => string) => [...new Set(atoms.map(read))].filter(Boolean).join(', ');
  const rows = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${operator} ${key} ${values.join(', ')}`),
  );
  return [
    `${effect} ${list(({ action }) => action)}`,
    list(({ resource }) => resource) && `on ${list(({ resource }) => resource)}`,
    list(({ principal }) => principal) && `for ${list(({ principal }) => principal)}`,
    rows.length > 0 && `if ${rows.join(' and ')}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function principalsOf({ principals, notPrincipal }: PolicyStatement): Element[] {
  const each = Object.entries(principals).flatMap(([kind, names]) =>
    names.map((name) => ({ key: `${kind} ${principalKey(kind, name)}`, shown: name })),
  );
  return notPrincipal ? [allBut(each)] : orNothing(each);
}

/** AWS turns the id of an account into the ARN of its root, and back. */
function principalKey(kind: string, name: string): string {
  const [, account] = (kind === 'AWS' && /^arn:[^:]+:iam::(\d{12}):root$/.exec(name)) || [];
  return account ?? name;
}

function actionsOf({ actions, notAction }: PolicyStatement): Element[] {
  const each = actions.map((action) => ({ key: action.toLowerCase(), shown: action }));
  return notAction ? [allBut(each)] : orNothing(each);
}

function resourcesOf({ resources, notResource }: PolicyStatement, arn: string): Element[] {
  const each = resources.map((resource) => ({ key: resourceKey(resource, arn), shown: resource }));
  if (notResource) return [allBut(each)];
  return each.length === 0 ? [{ key: resourceKey('*', arn), shown: '' }] : each;
}

function resourceKey(resource: string, arn: string): string {
  const [, , service = ''] = arn.split(':');
  // API Gateway fills in the rest of the ARN.
  if (service === 'execute-api' && resource.startsWith('execute-api:/')) {
    return `${arn}${resource.slice('execute-api:'.length)}`;
  }
  return resource === arn && selfSpeaking.includes(service) ? '*' : resource;
}

function allBut(elements: Element[]): Element {
  const sorted = [...elements].sort((one, other) => (one.key < other.key ? -1 : 1));
  return {
    key: `not ${JSON.stringify([...new Set(sorted.map(({ key }) => key))])}`,
    shown: `all but ${sorted.map(({ shown }) => shown).join(', ')}`,
  };
}

function orNothing(elements: Element[]): Element[] {
  return elements.length === 0 ? [{ key: '', shown: '' }] : elements;
}

function conditionsKey({ conditions }: PolicyStatement): string {
  const rows = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      // true and True are one value to these operators.
      const isSwitch = /^(?:for(?:any|all)values:)?(?:bool|null)/i.test(operator);
      const texts = values.map((value) => (isSwitch ? value.toLowerCase() : value)).sort();
      return JSON.stringify([operator.toLowerCase(), key.toLowerCase(), [...new Set(texts)]]);
    }),
  );
  return rows.sort().join(' ');
}
