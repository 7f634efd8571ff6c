import type { AdvancedEventSelector, EventSelector, GetEventSelectorsCommandOutput } from '@aws-sdk/client-cloudtrail';
import type { EventSelection } from '../../facets';

interface Selected {
  /** Read events, write events, or both, where management events are selected. */
  management: ('read' | 'write')[];
  data: string[];
}

/** What a trail writes down, from its selectors of either kind. */
export function eventSelection(answer: GetEventSelectorsCommandOutput): EventSelection {
  const { EventSelectors: plain = [], AdvancedEventSelectors: advanced = [] } = answer;
  const selected = [...plain.map(fromPlain), ...advanced.map(fromAdvanced)];
  const management = new Set(selected.flatMap((each) => each.management));
  return {
    management: inWords(management.has('read'), management.has('write')),
    dataResources: [...new Set(selected.flatMap(({ data }) => data))],
  };
}

function inWords(read: boolean, write: boolean): EventSelection['management'] {
  if (read && write) return 'All';
  if (read) return 'ReadOnly';
  return write ? 'WriteOnly' : 'None';
}

/** Management events are included, and reads and writes both, unless the selector says otherwise. */
function fromPlain({
  IncludeManagementEvents = true,
  ReadWriteType = 'All',
  DataResources = [],
}: EventSelector): Selected {
  const kinds: Selected['management'] =
    ReadWriteType === 'All' ? ['read', 'write'] : [ReadWriteType === 'ReadOnly' ? 'read' : 'write'];
  return {
    management: IncludeManagementEvents ? kinds : [],
    data: DataResources.flatMap(({ Type }) => (Type ? [Type] : [])),
  };
}

function fromAdvanced({ FieldSelectors: selectors = [] }: AdvancedEventSelector): Selected {
  const equals = (field: string) => selectors.find(({ Field }) => Field === field)?.Equals ?? [];
  const [readOnly] = equals('readOnly');
  const kinds: Selected['management'] =
    readOnly === undefined ? ['read', 'write'] : [readOnly === 'true' ? 'read' : 'write'];
  return {
    management: equals('eventCategory').includes('Management') ? kinds : [],
    data: equals('eventCategory').includes('Data') ? equals('resources.type') : [],
  };
}
