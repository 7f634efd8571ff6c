import { argument, optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { LaunchSource } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

/** Which version is meant. */
export interface LaunchTemplateExpectation {
  /** A number, `'$Latest'` or `'$Default'`. */
  version?: number | string;
}

interface Wanted {
  version?: string;
}

interface LaunchFacts extends LaunchSource {
  names?: readonly string[];
}

const version = argument<number | string, string>("a version (3, '$Latest', '$Default')", (given) => {
  if (typeof given === 'number') return Number.isInteger(given) && given > 0 ? String(given) : undefined;
  return typeof given === 'string' && /^(\d+|\$Latest|\$Default)$/.test(given) ? given : undefined;
});

export const toUseLaunchTemplate = defineMatcher({
  facet: 'launchSource',
  summary: 'launches its instances from the given template',
  takes: [optional(resourceLike), optional(options<Wanted>({ version: optional(version) }))],
  relate: async (source, ask, template?: ResourceLike): Promise<LaunchFacts> => ({
    ...source,
    names: template === undefined ? undefined : await ask.names(template),
  }),
  check: (source: LaunchFacts, template?: ResourceLike, expected: Wanted = {}) => {
    const { templateId, templateName, version: used, names } = source;
    const held = [templateId, templateName].filter((each) => each !== undefined);
    const asked = template === undefined ? 'a launch template' : `the launch template ${template}`;
    return {
      pass:
        held.length > 0 &&
        (names === undefined || held.some((each) => refersTo(each, names))) &&
        // AWS takes the default version where the group names none.
        (expected.version === undefined || expected.version === (used ?? '$Default')),
      expected: expected.version === undefined ? asked : `${asked}, version ${expected.version}`,
      received: inWords(source),
    };
  },
});

function inWords({ templateId, templateName, version: used, launchConfiguration }: LaunchSource): string {
  if (launchConfiguration) return `the launch configuration ${launchConfiguration}`;
  const name = [templateName, templateId && `(${templateId})`].filter(Boolean).join(' ');
  return name === '' ? 'no launch template' : `the launch template ${name}, version ${used ?? '$Default'}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the Auto Scaling group launches its instances from this template, or from any when none is given. A launch
     * configuration, which AWS has retired, is none.
     *
     * @param template the launch template: a handle, an id (`lt-...`), a name or an ARN.
     * @param expected `version` as the group names it: a number, `'$Latest'` or `'$Default'`.
     * @example await expect(group).toUseLaunchTemplate(resource('LaunchTemplateId'), { version: '$Latest' });
     */
    toUseLaunchTemplate: Method<T, 'launchSource', [template?: ResourceLike, expected?: LaunchTemplateExpectation]>;
  }
}
