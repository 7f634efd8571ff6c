import type { Json } from '../../acts';
import { wrongArgument } from '../../engine/unjudged';
import { contentFields, contentText, textField } from './content';

const takes = "an event { source, 'detail-type', detail, resources? }";

/** Other words for the fields of an event: those of the API, and those of people. */
const words: Record<string, string> = {
  Source: 'source',
  DetailType: 'detail-type',
  detailType: 'detail-type',
  Detail: 'detail',
  Resources: 'resources',
};

/**
 * An event as EventBridge takes it, from one as patterns describe it.
 *
 * @throws {Unjudged} wrong argument, naming the field.
 */
export function eventEntry(content: Json) {
  const renamed =
    typeof content === 'object' && content !== null && !Array.isArray(content)
      ? Object.fromEntries(Object.entries(content).map(([name, value]) => [words[name] ?? name, value]))
      : content;
  const event = contentFields(renamed, takes, ['source', 'detail-type', 'detail'], ['resources']);
  const { resources } = event;
  if (resources !== undefined && !(Array.isArray(resources) && resources.every((arn) => typeof arn === 'string'))) {
    throw wrongArgument(`it takes ${takes}; resources must be a list of ARNs`);
  }
  return {
    Source: textField(event, 'source'),
    DetailType: textField(event, 'detail-type'),
    Detail: contentText(event.detail ?? {}),
    ...(resources !== undefined && { Resources: resources as string[] }),
  };
}
