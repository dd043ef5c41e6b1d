import fc from 'fast-check';
import { applyDelta, deltaOf, type Json } from './json-delta';

/** As it is after a way through the database. */
const stored = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const anAnswer = fc.jsonValue().map(stored);

/** An answer, and one that a person made of it by changing something small. */
const element = fc.record({ id: fc.nat(99), x: fc.nat(9999), text: fc.string({ maxLength: 20 }) });
const aDrawing = fc.array(element, { maxLength: 30 });
const changedDrawing = fc
  .tuple(aDrawing, aDrawing, fc.nat(30), fc.nat(5))
  .map(([from, added, at, removed]) => [from, from.toSpliced(at, removed, ...added.slice(0, 2))] as const);

test('the delta of any two answers turns one into the other, also after a way through JSON', () => {
  fc.assert(
    fc.property(anAnswer, anAnswer, (from, to) => {
      expect(applyDelta(from, stored(deltaOf(from, to)) as never)).toEqual(to);
    }),
  );
});

test('so does that of two drawings that differ in a few elements, and of two texts', () => {
  fc.assert(
    fc.property(changedDrawing, ([from, to]) => {
      expect(applyDelta(stored(from), stored(deltaOf(stored(from), stored(to))) as never)).toEqual(stored(to));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (from, to) => {
      expect(applyDelta(from, deltaOf(from, to))).toBe(to);
    }),
  );
});

test('a delta is never larger than the answer by more than its frame', () => {
  fc.assert(
    fc.property(anAnswer, anAnswer, (from, to) => {
      expect(JSON.stringify(deltaOf(from, to)).length).toBeLessThanOrEqual(JSON.stringify(to).length + '{"r":}'.length);
    }),
  );
});

test('equal answers have none; a small change of a large one has a small one', () => {
  const from = stored(Array.from({ length: 500 }, (_, id) => ({ id, x: id, text: `box ${id}` })));
  expect(deltaOf(from, stored(from))).toBeNull();
  const to = (from as Json[]).with(250, stored({ id: 250, x: 251, text: 'box 250' })).concat(stored({ id: 500, x: 1 }));
  expect(JSON.stringify(deltaOf(from, to)).length).toBeLessThan(150);
  expect(JSON.stringify(deltaOf(to, from)).length).toBeLessThan(150);
});

test('fields named like those of every object are fields', () => {
  const from = stored({ a: 1 });
  const to = JSON.parse('{"__proto__": {"b": 2}, "constructor": "c"}') as Json;
  expect(JSON.stringify(applyDelta(from, deltaOf(from, to)))).toBe(JSON.stringify(to));
});
