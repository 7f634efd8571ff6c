import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn } from '../reference/refers-to';

interface LayerFacts {
  layers: string[];
  names: readonly string[];
}

export const toHaveLayer = defineMatcher({
  facet: 'functionLayers',
  summary: 'uses the given layer',
  takes: [resourceLike],
  relate: async ({ layers }, ask, layer: ResourceLike): Promise<LayerFacts> => ({
    layers,
    names: await ask.names(layer),
  }),
  check: ({ layers, names }: LayerFacts, layer: ResourceLike) => ({
    pass: layers.some((arn) => isLayer(arn, names)),
    expected: names.find(isArn) ?? String(layer),
    received: layers.length === 0 ? 'no layer' : layers,
  }),
});

/** An ARN with a version means that version; one without, or a name, means any. */
function isLayer(used: string, names: readonly string[]): boolean {
  const unversioned = used.replace(/:\d+$/, '');
  const arns = names.filter(isArn);
  if (arns.length > 0) return arns.some((arn) => arn === used || arn === unversioned);
  return names.some((name) => unversioned.endsWith(`:layer:${name}`) || used.endsWith(`:layer:${name}`));
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the function uses this layer: the version that is named, or any version where none is.
     *
     * @param layer the layer as a handle, an ARN (with or without version) or a name (`tools`, `tools:3`).
     * @example await expect(fn).toHaveLayer(resource('ToolsLayerArn'));
     */
    toHaveLayer: Method<T, 'functionLayers', [layer: ResourceLike]>;
  }
}
