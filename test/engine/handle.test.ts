import { FakeSource } from '../matchers/fake-source';

const source = new FakeSource({});

test('handles of different outputs are not equal, and are shown by what they name', () => {
  expect(source.one('orders')).toEqual(source.one('orders'));
  expect(source.one('orders')).not.toEqual(source.one('billing'));
  expect(JSON.stringify(source.one('orders'))).toBe('"orders"');
});
