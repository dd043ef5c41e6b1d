import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { persistedOperations } from './persisted-operations.mjs';

const operations = (...texts) => persistedOperations(texts.map((text) => ({ document: parse(text) })));

test('an operation contains each fragment that it uses, once, and selects type names', () => {
  const [page] = operations('fragment A on T { x ...B }', 'fragment B on T { y }', 'query Page { t { ...A ...B } }');
  expect(page.query.replace(/\s+/g, ' ')).toBe(
    'query Page { t { ...A ...B __typename } } fragment A on T { x ...B __typename } fragment B on T { y __typename }',
  );
  expect(page.id).toBe(createHash('sha256').update(page.query).digest('hex').slice(0, 16));
});

test('a missing fragment is named in the error', () => {
  expect(() => operations('query Page { t { ...Gone } }')).toThrow('Fragment Gone');
});

test('a fragment that no operation uses is refused', () => {
  expect(() => operations('query Page { t { x } }', 'fragment Unused on T { z }')).toThrow('Unused');
});
