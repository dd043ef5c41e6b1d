import fc from 'fast-check';
import {
  indexOfUnstorable,
  isStorableJson,
  isStorableText,
  textFaultOf,
  toStorableJson,
  toStorableText,
} from './index';

const anyText = fc.string({ unit: fc.constantFrom('a', '\0', '\ud83d', '\ude00', '😀', '\u2028', '\ufffd') });

test.each([
  ['plain text', 'a\tb\n', null],
  ['a pair of surrogates', '😀', null],
  ['the replacement character', '\ufffd', null],
  ['a NUL', 'ab\0', 'nulByte'],
  ['a high surrogate alone', 'ab\ud83d', 'loneSurrogate'],
  ['a low surrogate alone', 'ab\ude00c', 'loneSurrogate'],
  ['two surrogates in the wrong order', 'ab\ude00\ud83d', 'loneSurrogate'],
  ['a lone surrogate before a NUL', 'ab\ud83d\0', 'nulByte'],
])('%s', (_name, text, fault) => {
  expect(textFaultOf(text)).toBe(fault);
  expect(indexOfUnstorable(text)).toBe(fault === null ? -1 : 2);
});

test('text is storable if it is well-formed Unicode without NUL', () => {
  fc.assert(
    fc.property(anyText, (text) => expect(isStorableText(text)).toBe(text.isWellFormed() && !text.includes('\0'))),
  );
});

test('toStorableText returns storable text of the same length and changes nothing else', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const made = toStorableText(text);
      expect(isStorableText(made)).toBe(true);
      expect(made).toBe(text.replaceAll('\0', '\ufffd').toWellFormed());
    }),
  );
});

test('a NUL can be shown as a symbol', () => {
  expect(toStorableText('a\0b\ud83d', '\u2400')).toBe('a\u2400b\ufffd');
});

test('a value is unstorable if any key or nested text is', () => {
  const inside = (text: string): unknown => [1, null, true, { rows: [[{ name: text }]] }];
  fc.assert(
    fc.property(anyText, (text) => {
      expect(isStorableJson(inside(text))).toBe(isStorableText(text));
      expect(isStorableJson({ [text]: 1 })).toBe(isStorableText(text));
    }),
  );
});

test('toStorableJson replaces refused characters by U+FFFD at any depth and changes nothing else', () => {
  expect(toStorableJson({ cases: [{ stdout: 'a\0b\uD83D' }] })).toBe('{"cases":[{"stdout":"a\uFFFDb\uFFFD"}]}');
  const text = fc.string({ unit: 'grapheme' }).filter(isStorableText);
  fc.assert(fc.property(text, (one) => expect(JSON.parse(toStorableJson({ one }))).toEqual({ one })));
});
