import { toBeEnabled } from '../../matchers/activation/toBeEnabled';
import { fitsPattern } from '../../matchers/event/event-pattern';
import { toHaveSchedule } from '../../matchers/event/toHaveSchedule';
import { toMatchEvent } from '../../matchers/event/toMatchEvent';
import { toMatchEventPattern } from '../../matchers/event/toMatchEventPattern';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('fitsPattern', () => {
  const event = {
    source: 'shop.orders',
    detail: { total: 120, tags: ['new', 'gift'], ip: '10.0.0.7', name: 'Ada', gone: null },
  };
  test.each<[object, boolean]>([
    [{ source: ['shop.orders'] }, true],
    [{ source: ['shop.users', 'shop.orders'] }, true],
    [{ source: ['shop'] }, false],
    [{ source: [{ prefix: 'shop.' }] }, true],
    [{ source: [{ suffix: '.orders' }] }, true],
    [{ source: [{ wildcard: 'shop.*' }] }, true],
    [{ source: [{ wildcard: 'shop.?rders' }] }, false],
    [{ source: [{ prefix: { 'equals-ignore-case': 'SHOP.' } }] }, true],
    [{ source: [{ 'anything-but': ['shop.users'] }] }, true],
    [{ source: [{ 'anything-but': { prefix: 'shop.' } }] }, false],
    [{ source: [{ 'anything-but': { prefix: ['web.', 'shop.'] } }] }, false],
    [{ detail: { name: [{ 'equals-ignore-case': 'ada' }] } }, true],
    [{ detail: { total: [{ numeric: ['>', 100, '<=', 120] }] } }, true],
    [{ detail: { total: [{ numeric: ['<', 100] }] } }, false],
    [{ detail: { total: ['120'] } }, false],
    [{ detail: { tags: ['gift'] } }, true],
    [{ detail: { tags: ['old'] } }, false],
    [{ detail: { ip: [{ cidr: '10.0.0.0/24' }] } }, true],
    [{ detail: { ip: [{ cidr: '10.0.1.0/24' }] } }, false],
    [{ detail: { gone: [null] } }, true],
    [{ detail: { missing: [{ exists: false }] } }, true],
    [{ detail: { total: [{ exists: true }] } }, true],
    [{ detail: { missing: ['x'] } }, false],
    [{ detail: { total: [{ unknown: 1 }] } }, false],
    [{ $or: [{ source: ['x'] }, { detail: { total: [120] } }] }, true],
    [{ $or: [{ source: ['x'] }, { detail: { total: [1] } }] }, false],
  ])('%j: %s', (pattern, expected) => {
    expect(fitsPattern(pattern as Record<string, unknown>, event)).toBe(expected);
  });
});

const pattern = { source: ['shop.orders', 'shop.users'], detail: { type: [{ prefix: 'a' }] } };

describe('toMatchEventPattern', () => {
  table(toMatchEventPattern, [
    ['the whole', { eventPattern: { pattern } }, [pattern], 'pass fail'],
    ['a part', { eventPattern: { pattern } }, [{ source: ['shop.orders'] }], 'pass fail'],
    ['a single value', { eventPattern: { pattern } }, [{ source: 'shop.orders' }], 'pass fail'],
    ['a condition', { eventPattern: { pattern } }, [{ detail: { type: [{ prefix: 'a' }] } }], 'pass fail'],
    ['another', { eventPattern: { pattern } }, [{ source: ['shop'] }], 'fail pass', /shop\.orders/],
    ['no such field', { eventPattern: { pattern } }, [{ region: ['x'] }], 'fail pass'],
    ['a schedule', { eventPattern: {} }, [{ source: ['shop'] }], 'fail pass', /no event pattern/],
    ['nothing', { eventPattern: { pattern } }, [{}], refused, /takes a part of a pattern/],
  ]);
});

describe('toMatchEvent', () => {
  table(toMatchEvent, [
    ['an event of it', { eventPattern: { pattern } }, [{ source: 'shop.users', detail: { type: 'abc' } }], 'pass fail'],
    ['another event', { eventPattern: { pattern } }, [{ source: 'shop.users' }], 'fail pass'],
    ['a schedule', { eventPattern: {} }, [{ source: 'x' }], 'not applicable not applicable', /waits for no event/],
    ['a text', { eventPattern: { pattern } }, ['shop'], refused],
  ]);
});

describe('toHaveSchedule', () => {
  const nightly = { scheduleExpression: { expression: 'rate(5 minutes)', timezone: 'UTC' } };
  table(toHaveSchedule, [
    ['any', nightly, [], 'pass fail'],
    ['none', { scheduleExpression: {} }, [], 'fail pass', /no schedule/],
    ['this one', nightly, ['rate( 5  minutes )'], 'pass fail'],
    ['a RegExp', nightly, [/^rate/], 'pass fail'],
    ['another', nightly, ['rate(6 minutes)'], 'fail pass', /rate\(6 minutes\).*rate\(5 minutes\) in UTC/],
    ['another zone', nightly, [/./, { timezone: 'Europe/Berlin' }], 'fail pass', /in Europe\/Berlin/],
    ['a number', nightly, [5], refused],
  ]);
});

describe('toBeEnabled', () => {
  table(toBeEnabled, [
    ['on', { activation: { enabled: true, state: 'ENABLED' } }, [], 'pass fail'],
    ['off', { activation: { enabled: false, state: 'DISABLED' } }, [], 'fail pass', /disabled \(DISABLED\)/],
  ]);
});
