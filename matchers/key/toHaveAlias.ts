import { argument } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { isResourceLike } from '../../src/engine/resource-like';
import { refersTo } from '../reference/refers-to';

interface AliasFacts {
  aliases: string[];
  names: readonly string[];
}

const alias = argument<ResourceLike>("an alias ('alias/orders' or 'orders'), its ARN or its handle", (given) =>
  isResourceLike(given) ? given : undefined,
);

export const toHaveAlias = defineMatcher({
  facet: 'keyAliases',
  summary: 'has the alias',
  takes: [alias],
  relate: async ({ names: aliases }, ask, wanted: ResourceLike): Promise<AliasFacts> => ({
    aliases,
    names: (await ask.names(wanted)).flatMap((name) => [name, ...(isHandle(wanted) ? [] : [`alias/${name}`])]),
  }),
  check: ({ aliases, names }: AliasFacts, _alias: ResourceLike) => ({
    pass: aliases.some((each) => names.includes(each) || refersTo(each, names)),
    expected: names[0],
    received: aliases.join(', ') || 'no alias',
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when this alias points to the KMS key (`kms:ListAliases`).
     *
     * @param alias the alias with or without `alias/`, its ARN or its handle.
     * @example await expect(key).toHaveAlias('alias/orders');
     */
    toHaveAlias: Method<T, 'keyAliases', [alias: ResourceLike]>;
  }
}
