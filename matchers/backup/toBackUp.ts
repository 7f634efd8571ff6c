import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { wrongArgument } from '../../src/engine/unjudged';
import type { BackupSelection, Tags } from '../../src/facets';
import { covers } from '../pattern/wildcard';
import { isArn } from '../reference/refers-to';

interface SelectionFacts {
  selections: BackupSelection[];
  arn: string;
  tags: Tags;
}

type Choice = 'chosen' | 'not chosen' | 'unclear';

export const toBackUp = defineMatcher({
  facet: 'backupSelections',
  summary: 'backs up the given resource',
  takes: [resourceLike],
  relate: async ({ selections }, ask, resource: ResourceLike): Promise<SelectionFacts> => {
    const arn = (await ask.names(resource)).find(isArn);
    if (!arn) {
      throw wrongArgument(
        `${String(resource)} is no ARN, which backup plans name resources by`,
        'Give a handle or an ARN.',
      );
    }
    const byTags = selections.some(({ tags }) => tags.length > 0);
    return { selections, arn, tags: byTags ? await ask.facet(isHandle(resource) ? resource : arn, 'tags') : {} };
  },
  check: ({ selections, arn, tags }: SelectionFacts, _resource: ResourceLike) => {
    const answers = selections.map((selection) => ({ selection, choice: choose(selection, arn, tags) }));
    const unclear = answers.find(({ choice }) => choice === 'unclear');
    const chosen = answers.some(({ choice }) => choice === 'chosen');
    return {
      pass: chosen,
      expected: `a selection that takes ${arn}`,
      received: selections.map(inWords).join('; ') || 'no selection',
      fault:
        !chosen && unclear ? `whether the selection ${unclear.selection.name} takes it hangs on conditions` : undefined,
    };
  },
});

function choose({ resources, notResources, tags, conditional }: BackupSelection, arn: string, own: Tags): Choice {
  if (notResources.some((pattern) => covers(pattern, arn))) return 'not chosen';
  const named = resources.some((pattern) => covers(pattern, arn));
  const tagged = tags.some((tag) =>
    Object.entries(own).some(([key, value]) => tag === `aws:ResourceTag/${key}=${value}` || tag === `${key}=${value}`),
  );
  const hit = named || tagged;
  if (!hit) return 'not chosen';
  // With ARNs and tags both, AWS Backup wants both to fit.
  const narrowed = resources.length > 0 && tags.length > 0 && !(named && tagged);
  if (narrowed) return 'not chosen';
  return conditional ? 'unclear' : 'chosen';
}

function inWords({ name, resources, notResources, tags, conditional }: BackupSelection): string {
  return [
    `${name}: ${[...resources, ...tags.map((tag) => `tag ${tag}`)].join(', ') || 'nothing by name'}`,
    notResources.length > 0 && `without ${notResources.join(', ')}`,
    conditional && 'under conditions',
  ]
    .filter(Boolean)
    .join(', ');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when a selection of the backup plan takes this resource, by its ARN or its tags. A selection under further
     * conditions fails in both directions.
     *
     * @param resource a handle or an ARN.
     * @example await expect(plan).toBackUp(resource('OrdersTableArn'));
     */
    toBackUp: Method<T, 'backupSelections', [resource: ResourceLike]>;
  }
}
