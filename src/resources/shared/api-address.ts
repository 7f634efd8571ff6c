import type { Target } from '../../engine/resource';
import { wrongArgument } from '../../engine/unjudged';

/** The address of a stage of a REST API. */
export function restAddress(aws: { region: string; partition: string }, id: string, stage: string): string {
  const suffix = aws.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://${id}.execute-api.${aws.region}.${suffix}/${stage}`;
}

/**
 * The stage that an output means: the one in its address, or the only one there is.
 *
 * @throws {Unjudged} wrong argument, when there are several or none.
 */
export function onlyStage(stages: readonly string[], { value }: Target): string {
  const named = /^https?:\/\/[^/]+\.execute-api\.[^/]+\/([^/?#]+)/.exec(value)?.[1];
  if (named !== undefined && stages.includes(named)) return named;
  const [only, ...others] = stages;
  if (only !== undefined && others.length === 0) return only;
  throw wrongArgument(
    only === undefined
      ? 'the API has no stage, so it has no address'
      : `the API has several stages: ${stages.join(', ')}`,
    'Ask the stage, or let the outputs file hold the address of one.',
  );
}
