import fc from 'fast-check';
import { containsRange, containTogether, overlapsRange, parseCidr } from '../../matchers/network/cidr-range';
import { partsOf } from '../../matchers/network/port-range';

describe('ranges of addresses', () => {
  const ipv4 = fc
    .tuple(fc.nat({ max: 0xff_ff_ff_ff }), fc.integer({ min: 0, max: 32 }))
    .map(([value, length]) => `${[24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')}/${length}`);
  const read = (text: string) => parseCidr(text) ?? fail(text);

  test('contain each other exactly when the longer prefix is the same up to the shorter one', () => {
    const bits = (text: string) => {
      const [address = '', length = ''] = text.split('/');
      return address
        .split('.')
        .map((part) => Number(part).toString(2).padStart(8, '0'))
        .join('')
        .slice(0, Number(length));
    };
    fc.assert(
      fc.property(ipv4, ipv4, (one, other) => {
        expect(containsRange(read(one), read(other))).toBe(bits(other).startsWith(bits(one)));
        expect(overlapsRange(read(one), read(other))).toBe(
          bits(other).startsWith(bits(one)) || bits(one).startsWith(bits(other)),
        );
      }),
    );
  });

  test('are contained by their two halves and not by one of them', () => {
    fc.assert(
      fc.property(
        ipv4.filter((text) => !text.endsWith('/32')),
        (text) => {
          const whole = read(text);
          const middle = (whole.first + whole.last + 1n) / 2n;
          const lower = { ...whole, last: middle - 1n };
          const upper = { ...whole, first: middle };
          expect(containTogether([upper, lower], whole)).toBe(true);
          expect(containTogether([lower], whole)).toBe(false);
          expect(containTogether([upper], whole)).toBe(false);
        },
      ),
    );
  });

  test.each([
    '10.0.0.0/33',
    '10.0.0/8',
    '1.2.3.4.5/8',
    '::/129',
    '1::2::3/64',
    ':::/0',
    'abc/8',
    '10.0.0.0',
    '',
    '12345::/16',
  ])('%s is none', (text) => expect(parseCidr(text)).toBeUndefined());

  test('IPv6 in all its spellings', () => {
    const spellings = ['2001:db8::1/128', '2001:0db8:0:0:0:0:0:1/128', '2001:DB8:0:0::0.0.0.1/128'];
    expect(new Set(spellings.map((text) => read(text).first)).size).toBe(1);
  });
});

test('parts of a range of ports cover it once, and no rule ends within one', () => {
  const range = fc
    .tuple(fc.nat(99), fc.nat(99))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
  fc.assert(
    fc.property(range, fc.array(range, { maxLength: 5 }), (asked, others) => {
      const parts = partsOf(asked, others);
      expect(parts.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(asked.to - asked.from + 1);
      for (const { from, to } of parts) {
        for (const other of others)
          expect(other.from <= from && to <= other.to).toBe(other.from <= from && from <= other.to);
      }
    }),
  );
});

function fail(text: string): never {
  throw new Error(`${text} is no range`);
}
