import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { isArn } from '../reference/refers-to';

interface LayerFacts {
  layers: string[];
  /** Absent where any layer will do. */
  names?: readonly string[];
}

export const toHaveLayer = defineMatcher({
  facet: 'functionLayers',
  summary: 'uses the given layer',
  takes: [optional(resourceLike)],
  relate: async ({ layers }, ask, layer?: ResourceLike): Promise<LayerFacts> => ({
    layers,
    names: layer === undefined ? undefined : await ask.names(layer),
  }),
  check: ({ layers, names }: LayerFacts, layer?: ResourceLike) => ({
    pass: layers.some((arn) => names === undefined || isLayer(arn, names)),
    expected: names === undefined ? 'a layer' : (names.find(isArn) ?? String(layer)),
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
     * @param layer the layer as a handle, an ARN (with or without version) or a name (`tools`, `tools:3`); any layer when
     *   left out.
     * @example await expect(fn).toHaveLayer(resource('ToolsLayerArn'));
     * @example await expect(fn).not.toHaveLayer();
     */
    toHaveLayer: Method<T, 'functionLayers', [layer?: ResourceLike]>;
  }
}
