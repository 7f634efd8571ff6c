import { withArticle } from '../engine/message';
import type { ResourceDefinition, Target, TypesByName } from '../engine/resource';
import { wrongArgument } from '../engine/unjudged';
import type { FacetName } from '../facets';

/** What a text alone says about the resource it names. */
export type Recognise = (text: string) => Pick<Target, 'type' | 'id' | 'region' | 'account'> | undefined;

/** Whether a type answers a facet. */
export function answers({ facets }: ResourceDefinition, facet: FacetName): boolean {
  return facet === 'existence' || facet === 'config' || facet in facets;
}

/**
 * The resource that a person named by ARN, id, alias or name.
 *
 * @param facet it must answer, which decides the type where the text alone does not.
 * @param near the resource it was named for, whose region and account it shares unless the text says otherwise.
 * @throws {Unjudged} wrong argument, when no type or several fit.
 */
export function locate(
  name: string,
  facet: FacetName,
  near: Target | undefined,
  types: TypesByName,
  recognise: Recognise,
): Target {
  const isArn = name.startsWith('arn:');
  const isAlias = name.startsWith('alias/');
  const named = isAlias ? { type: 'AWS::KMS::Alias', id: name } : recognise(name);
  const place = { region: near?.region, account: near?.account };
  const exact = named && types.get(named.type);
  if (exact && answers(exact, facet)) {
    // A key of another account may well be described, if it is named by its ARN.
    const whole = isArn && exact.type === 'AWS::KMS::Key' ? { id: name, account: undefined } : {};
    const found = isArn ? { region: named.region, account: named.account } : place;
    return { type: exact.type, identifier: isArn ? 'arn' : 'id', value: name, ...found, id: named.id, ...whole };
  }
  const fits = [...types.values()].filter((definition) => answers(definition, facet));
  const accepting = fits.filter(({ accepts }) => named && accepts.includes(named.type));
  const [accepted] = accepting;
  if (named && accepted && accepting.length === 1) {
    const found = isArn ? { region: named.region, account: named.account } : place;
    return {
      type: accepted.type,
      identifier: isArn ? 'arn' : 'id',
      value: name,
      ...found,
      id: isArn ? name : named.id,
    };
  }
  if (isArn) {
    const what = named ? `is ${withArticle(named.type)}, which has no ${facet} to ask for` : 'is of no known type';
    throw wrongArgument(`${JSON.stringify(name)} ${what}`, `Types that answer it: ${listed(fits)}.`);
  }
  const [only] = fits;
  if (!only || fits.length > 1) {
    throw wrongArgument(
      `${JSON.stringify(name)} does not say which type of resource it names; ${fits.length === 0 ? 'no type answers' : `${fits.length} types answer`} ${facet}${only ? `: ${listed(fits)}` : ''}`,
      'Give its ARN, or a handle such as resource(key, type).',
    );
  }
  return { type: only.type, id: name, identifier: 'id', value: name, ...place };
}

function listed(definitions: readonly ResourceDefinition[]): string {
  return definitions.map(({ type }) => type).join(', ') || 'none';
}
