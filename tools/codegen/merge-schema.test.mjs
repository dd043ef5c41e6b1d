import { mergeSchema } from './merge-schema.mjs';

test('two features add to one root, and everything is sorted by name', () => {
  const merged = mergeSchema([
    'type Query { zebra: Int }\ntype Zoo { b: Int a: Int }',
    'extend type Query { ape: Int }\n"What it is."\nenum Kind { B A }',
  ]);
  expect(merged).toBe(
    'type Query {\n  ape: Int\n  zebra: Int\n}\n\n"What it is."\nenum Kind {\n  A\n  B\n}\n\ntype Zoo {\n  a: Int\n  b: Int\n}\n',
  );
});

test('a name that two files define is refused', () => {
  expect(() => mergeSchema(['type A { a: Int }', 'type A { b: Int }'])).toThrow('A is defined twice');
});

test('a feature adds its values to an enum of another file', () => {
  expect(mergeSchema(['extend enum Code { A }', '"Codes."\nenum Code { B }', 'extend enum Code { C }'])).toBe(
    '"Codes."\nenum Code {\n  A\n  B\n  C\n}\n',
  );
  expect(() => mergeSchema(['enum Code { A }', 'enum Code { B }'])).toThrow('Code is defined twice');
});

test('a type other than a root type or enum cannot be extended from another file', () => {
  expect(() => mergeSchema(['type A { a: Int }', 'extend type A { b: Int }'])).toThrow('A is defined twice');
});
