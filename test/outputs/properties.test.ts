import fc from 'fast-check';
import { discover, maskText, maskValue, OutputsError, parseOutputs, select } from '../../src/outputs';

const outputsOf = (json: unknown) => {
  try {
    return parseOutputs(json);
  } catch (error) {
    if (error instanceof OutputsError) return undefined;
    throw error;
  }
};

test('any JSON gives outputs or one OutputsError, and discovery never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
      const parsed = outputsOf(json);
      const read = outputsOf(JSON.stringify(json));
      expect(read?.shape).toBe(parsed?.shape);
      if (parsed === undefined) return;
      for (const row of discover(parsed)) {
        expect(typeof row.type).toBe('string');
        expect(row.type === 'none' || row.id !== '').toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('any text gives outputs or one OutputsError with a place in the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => json.slice(0, -1)),
      ),
      (text) => {
        try {
          parseOutputs(text);
        } catch (error) {
          expect(error).toBeInstanceOf(OutputsError);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('any bytes give outputs or one OutputsError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        parseOutputs(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(OutputsError);
      }
    }),
  );
});

test('every name is found again, and nothing reaches Object.prototype', () => {
  const names = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'valueOf'),
  );
  fc.assert(
    fc.property(fc.uniqueArray(names, { minLength: 1, maxLength: 8 }), fc.string(), (keys, value) => {
      const outputs = parseOutputs(`{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`);
      for (const key of keys) expect(select(outputs, key)).toHaveProperty('matches');
      discover(outputs);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});

test('masking keeps the form of a value and never throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (key, value) => {
      const masked = maskValue(key, value);
      expect(Array.isArray(masked)).toBe(Array.isArray(value));
      maskText(JSON.stringify(value));
    }),
  );
});
