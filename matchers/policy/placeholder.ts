import type { Ask } from '../../src/engine/matcher';
import type { PolicyDocuments, PolicyStatement } from '../../src/facets';
import { withoutLogSuffix } from '../reference/refers-to';

/** What each placeholder stands for, by its name; several texts where a resource has an ARN, an id and a name. */
export type Placeholders = ReadonlyMap<string, readonly string[]>;

const placeholder = /\$\{([^}]+)\}/g;

/** `${aws:username}`, `${*}` and the like are variables of IAM itself and stand in the policy as they are. */
function isVariable(name: string): boolean {
  return !name.startsWith('AWS::') && /^[*?$]$|:/.test(name);
}

/**
 * What the placeholders in the expected statements stand for.
 *
 * @throws {Unjudged} not deployed, when one names no output.
 */
export async function settlePlaceholders(
  statements: readonly PolicyStatement[],
  holder: PolicyDocuments,
  ask: Ask,
): Promise<Placeholders> {
  const names = new Set(
    [...JSON.stringify(statements).matchAll(placeholder)]
      .map(([, name = '']) => name)
      .filter((name) => !isVariable(name)),
  );
  const own = ownPlaceholders(holder);
  const rows = [...names].map(async (name): Promise<[string, readonly string[]]> => {
    const known = own.get(name);
    if (known !== undefined) return [name, [known]];
    const texts = await ask.output(name);
    return [name, [...new Set([...texts.map(withoutLogSuffix), ...texts])]];
  });
  return new Map(await Promise.all(rows));
}

function ownPlaceholders({ arn, region, account }: PolicyDocuments): ReadonlyMap<string, string> {
  const [, partition = 'aws'] = arn.split(':');
  return new Map([
    ['AWS::AccountId', account],
    ['AWS::Region', region],
    ['AWS::Partition', partition],
    ['AWS::URLSuffix', partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
  ]);
}

/**
 * A text with its placeholders filled in. Where a resource goes by several texts, the one that the other side uses is
 * taken, and its ARN where that uses none of them.
 *
 * @param used whether the other side holds a text.
 */
export function fillIn(text: string, placeholders: Placeholders, used: (text: string) => boolean): string {
  const filled = [...text.matchAll(placeholder)].reduce<string[]>(
    (variants, [whole, name = '']) => {
      const texts = isVariable(name) ? undefined : placeholders.get(name);
      return texts ? variants.flatMap((each) => texts.map((value) => each.replace(whole, () => value))) : variants;
    },
    [text],
  );
  return filled.find(used) ?? filled[0] ?? text;
}
