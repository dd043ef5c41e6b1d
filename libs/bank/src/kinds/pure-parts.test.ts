import fc from 'fast-check';
import { closureOf, isKept, parseScene } from '../index';
import { cycleIn, type Pair, shareKept } from './ordering/precedence';
import { expandPattern, normalised } from './text/patterns';

const textsOf = (pattern: string): readonly string[] => {
  const expanded = expandPattern(pattern);
  if (!expanded.ok) throw new Error(expanded.message);
  return expanded.texts;
};

describe('a pattern', () => {
  test.each([
    ['AP', ['AP']],
    ['[mean ]AP', ['AP', 'mean AP']],
    ['{a|b|} c', ['a c', 'b c', ' c']],
    ['{a[b]|c}', ['a', 'ab', 'c']],
    ['\\[a\\]', ['[a]']],
    ['a|b', ['a|b']],
    ['{a|a}', ['a']],
  ])('%s expands to %j', (pattern, texts) => {
    expect(textsOf(pattern)).toEqual(texts);
  });
  test('without brackets expands to itself, with any other characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab .*+?^$()|'.split('')) }), (text) => {
        expect(textsOf(text)).toEqual([text]);
      }),
    );
  });
  test('is parsed or refused quickly for any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]|\\ab'.split('')), maxLength: 200 }), (pattern) => {
        const expanded = expandPattern(pattern);
        expect(expanded.ok ? expanded.texts.length : 0).toBeLessThanOrEqual(200);
      }),
    );
  });
});

test.each([
  ['F1-score', 'f1 score'],
  ['  Mean\u00a0 absolute   ERROR! ', 'mean absolute error'],
  ['Ｒ²', 'r2'],
])('%j is compared as %j', (text, compared) => {
  expect(normalised(text, { case: true, punctuation: true })).toBe(compared);
});

test('differences that are not ignored are kept', () => {
  expect(normalised(' C-Index ', { case: false, punctuation: false })).toBe('C-Index');
});

const aStep = fc.constantFrom('a', 'b', 'c', 'd');
const aPair: fc.Arbitrary<Pair> = fc.tuple(aStep, aStep);

describe('precedence', () => {
  test('a chain of three gives three pairs', () => {
    expect(
      closureOf([
        ['a', 'b'],
        ['b', 'c'],
      ]),
    ).toEqual(
      [
        ['a', 'c'],
        ['a', 'b'],
        ['b', 'c'],
      ].sort(),
    );
  });
  test('the closure of a closure is itself', () => {
    fc.assert(
      fc.property(fc.array(aPair), (pairs) => {
        const once = closureOf(pairs);
        expect(new Set(closureOf(once).map(String))).toEqual(new Set(once.map(String)));
      }),
    );
  });
  test('a cycle is found exactly if no order keeps every pair', () => {
    const orders = permutationsOf(['a', 'b', 'c', 'd']);
    fc.assert(
      fc.property(fc.array(aPair, { maxLength: 6 }), (pairs) => {
        const isPossible = orders.some((order) => pairs.every((pair) => isKept(pair, order)));
        expect(cycleIn(pairs) === null).toBe(isPossible);
      }),
    );
  });
  test('a share is from 0 to 1, is 1 for an order that keeps all pairs, and falls with a distractor', () => {
    const pairs = closureOf([
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'd'],
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd']), fc.nat(4), (order, place) => {
        const share = shareKept(pairs, ['x'], order);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        const intruded = shareKept(pairs, ['x'], [...order.slice(0, place), 'x', ...order.slice(place)]);
        expect(intruded).toBe(Math.max(0, share - 1 / pairs.length));
      }),
    );
    expect(shareKept(pairs, ['x'], ['a', 'b', 'd', 'c'])).toBe(1);
    expect(shareKept(pairs, ['x'], ['a', 'd', 'b', 'c'])).toBe(1);
  });
});

function permutationsOf(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutationsOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe('a drawing', () => {
  const scene = (...elements: object[]): string =>
    JSON.stringify({ type: 'excalidraw', appState: { zoom: 1 }, elements });
  const box = { id: 'a', type: 'rectangle', x: 1.5, y: -2, points: [[0, 0]], boundElements: null, link: null };
  test('keeps its shapes, without the editor state and deleted elements', () => {
    expect(parseScene(scene(box, { ...box, id: 'b', isDeleted: true }))).toEqual({
      ok: true,
      scene: { elements: [box] },
    });
  });
  test.each([
    ['an image', scene({ ...box, type: 'image', fileId: 'f' })],
    ['an embedded page', scene({ ...box, type: 'embeddable', link: 'https://example.org' })],
    ['a link', scene({ ...box, link: 'https://example.org' })],
    ['a script in a text', scene({ ...box, customData: { url: ' javascript:alert(1)' } })],
    ['a NUL', scene({ ...box, text: 'a\0' })],
    ['a deeply nested value', scene({ ...box, customData: JSON.parse('['.repeat(40) + ']'.repeat(40)) as object })],
    ['no elements', '{}'],
    ['no list', '{"elements":{}}'],
    ['no JSON', 'drawing'],
    ['null', 'null'],
  ])('with %s is refused', (_what, json) => {
    expect(parseScene(json)).toEqual({ ok: false, misfit: 'notPlain' });
  });
  test('of more than 512 Ki characters is too long', () => {
    expect(parseScene(scene({ ...box, text: 'x'.repeat(512 * 1024) }))).toEqual({ ok: false, misfit: 'tooLong' });
  });
});
