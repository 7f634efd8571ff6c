import { isRegExp, text } from '../../src/engine/argument';
import { inWords } from '../../src/engine/duration';
import { isHandle } from '../../src/engine/handle';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import type { DnsRecord, DnsRecords } from '../../src/facets';
import { boundsInWords, isWithin } from '../value/bounds';
import { fits, shown } from '../value/value-match';
import { type ExpectedRecord, expectedRecord, type RecordExpectation } from './record-expectation';

interface RecordFacts {
  found: DnsRecords;
  /** Host name of the resource behind the handle that is expected. */
  address?: string;
}

export const toHaveRecord = defineMatcher({
  facet: 'dnsRecords',
  summary: 'has the given record',
  takes: [text, expectedRecord],
  relate: async (found, ask, _name: string, { value }: ExpectedRecord = {}): Promise<RecordFacts> => ({
    found,
    address: isHandle(value) ? (await ask.facet(value, 'serviceEndpoint')).address : undefined,
  }),
  check: ({ found, address }: RecordFacts, name: string, expected: ExpectedRecord = {}) => {
    const asked = wholeName(name, found.zone);
    const named = found.records.filter((record) => record.name === asked);
    const value = isHandle(expected.value) ? address : expected.value;
    return {
      pass: named.some((record) => saysSo(record, { ...expected, value })),
      expected: [
        asked,
        expected.type,
        value !== undefined && shown(value),
        expected.ttl && boundsInWords(expected.ttl, inWords),
      ]
        .filter(Boolean)
        .join(' '),
      received: named.length > 0 ? named.map(recordInWords) : `no record of this name (${found.records.length} others)`,
      fault:
        isHandle(expected.value) && address === undefined
          ? `${expected.value} has no address to compare with`
          : undefined,
    };
  },
});

/** A name without the zone's is inside of the zone; `@` is the zone itself. */
function wholeName(name: string, zone: string): string {
  const bare = name.toLowerCase().replace(/\.$/, '');
  if (bare === '@') return zone;
  return bare === zone || bare.endsWith(`.${zone}`) ? bare : `${bare}.${zone}`;
}

function saysSo(record: DnsRecord, { type, value, ttl }: ExpectedRecord): boolean {
  const held = [...record.values, ...(record.aliasTarget === undefined ? [] : [record.aliasTarget])];
  return (
    (type === undefined || record.type === type.toUpperCase()) &&
    (value === undefined ||
      held.some((each) => (isRegExp(value) ? fits(value, each) : hostOf(each) === hostOf(String(value))))) &&
    (ttl === undefined || (record.ttlInSeconds !== undefined && isWithin(ttl, record.ttlInSeconds)))
  );
}

/** Quotes around texts, the dot at the end and the `dualstack.` of load balancers say nothing. */
function hostOf(value: string): string {
  return value
    .toLowerCase()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^https?:\/\//, '')
    .replace(/^dualstack\./, '')
    .replace(/[./]$/, '');
}

function recordInWords({ name, type, values, aliasTarget, ttlInSeconds, routing }: DnsRecord): string {
  const to = aliasTarget === undefined ? values.join(', ') : `alias of ${aliasTarget}`;
  const how = [routing, ttlInSeconds !== undefined && inWords(ttlInSeconds)].filter(Boolean).join(', ');
  return `${name} ${type} ${to}${how ? ` (${how})` : ''}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the zone has such a record. A name without the zone's is meant inside of it; `@` is the zone itself.
     *
     * @param name name of the record: `www`, `www.example.com` or `@`.
     * @param expected `type`, `value` (one of its values, or what an alias leads to; a handle stands for its address) and `ttl`.
     * @example await expect(zone).toHaveRecord('www', { type: 'A', value: resource('DistributionId') });
     */
    toHaveRecord: Method<T, 'dnsRecords', [name: string, expected?: RecordExpectation]>;
  }
}
