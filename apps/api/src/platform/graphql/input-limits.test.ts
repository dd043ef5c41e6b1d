import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getDirectiveValues,
  type GraphQLInputType,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql';
import { InputLimits } from './input-limits';

const LIMIT = 'directive @limit(chars: Int, items: Int) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION';
const SCHEMA = buildSchema(`${LIMIT}
  type Query {
    named(text: String @limit(chars: 5)): Int
    any(text: String, ids: [ID!]): Int
    found(filter: Filter): Int
    nested: Nested
  }
  type Nested { named(text: String @limit(chars: 5)): Int }
  input Filter { ids: [ID!] @limit(items: 2), words: [String!] @limit(items: 2, chars: 3), inner: Filter, count: Int }
`);

function refusalOf(query: string, variables: Readonly<Record<string, unknown>> = {}): string | null {
  try {
    new InputLimits(() => SCHEMA).check(parse(query), variables);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const FOUND = 'query ($filter: Filter) { found(filter: $filter) }';

test.each([
  [
    'a text in a variable',
    'query ($t: String) { named(text: $t) }',
    { t: '123456' },
    'text has more than 5 characters.',
  ],
  ['a text in the query itself', '{ named(text: "123456") }', {}, 'text has more than 5 characters.'],
  ['an argument of an inner field', '{ nested { named(text: "123456") } }', {}, 'text has more than 5 characters.'],
  [
    'an argument in a fragment',
    '{ ...F } fragment F on Query { named(text: "123456") }',
    {},
    'text has more than 5 characters.',
  ],
  ['a list', FOUND, { filter: { ids: ['a', 'b', 'c'] } }, 'filter.ids has more than 2 entries.'],
  [
    'a list in an object in an object',
    FOUND,
    { filter: { inner: { ids: ['a', 'b', 'c'] } } },
    'filter.inner.ids has more than 2 entries.',
  ],
  ['a text in a list', FOUND, { filter: { words: ['abc', 'abcd'] } }, 'filter.words has more than 3 characters.'],
  [
    'a text where a list is coerced from one value',
    FOUND,
    { filter: { words: 'abcd' } },
    'filter.words has more than 3 characters.',
  ],
  [
    'a list in an object that is written in the query',
    'query ($ids: [ID!]) { found(filter: { ids: $ids }) }',
    { ids: ['a', 'b', 'c'] },
    'filter.ids has more than 2 entries.',
  ],
  ['an id', FOUND, { filter: { ids: ['a'.repeat(201)] } }, 'filter.ids has more than 200 characters.'],
  [
    'a text without a stated limit',
    'query ($t: String) { any(text: $t) }',
    { t: 'a'.repeat(1001) },
    'text has more than 1000 characters.',
  ],
  [
    'a list without a stated limit',
    'query ($ids: [ID!]) { any(ids: $ids) }',
    { ids: Array(101).fill('a') },
    'ids has more than 100 entries.',
  ],
])('%s that is too long is refused', (_what, query, variables, refusal) => {
  expect(refusalOf(query, variables)).toBe(refusal);
});

test('values at their limits, missing values and values of a wrong type are left to the execution', () => {
  expect(refusalOf(FOUND, { filter: { ids: ['a', 'b'], words: ['abc', null], inner: null, count: 3 } })).toBeNull();
  expect(refusalOf(FOUND, { filter: 7 })).toBeNull();
  expect(refusalOf(FOUND)).toBeNull();
  expect(refusalOf('{ unknown(text: "123456") }')).toBeNull();
});

test('the longest text of an operation is found through its input types', () => {
  const longest = (query: string): number => new InputLimits(() => SCHEMA).mostChars(parse(query));
  expect(longest('query ($t: String) { named(text: $t) }')).toBe(5);
  expect(longest(FOUND)).toBe(200);
  expect(longest('{ nested { __typename } }')).toBe(0);
});

type Place = {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly astNode?: InputValueDefinitionNode | null | undefined;
};

function placesOf(schema: GraphQLSchema): readonly Place[] {
  return Object.values(schema.getTypeMap()).flatMap((type): Place[] => {
    if (type.name.startsWith('__') || !('getFields' in type)) return [];
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).map((field) => ({ ...field, name: `${type.name}.${field.name}` }));
    }
    return Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.map((arg) => ({ ...arg, name: `${type.name}.${name}(${arg.name})` })),
    );
  });
}

function neededBy(type: GraphQLInputType): readonly ('chars' | 'items')[] {
  if (isNonNullType(type)) return neededBy(type.ofType);
  if (isListType(type)) return ['items', ...neededBy(type.ofType)];
  return type.name === 'String' ? ['chars'] : [];
}

function unlimitedIn(schema: GraphQLSchema): readonly string[] {
  const directive = schema.getDirective('limit');
  return placesOf(schema).flatMap(({ name, type, astNode }) => {
    const stated = (directive && astNode && getDirectiveValues(directive, astNode)) ?? {};
    return neededBy(type).flatMap((limit) => (typeof stated[limit] === 'number' ? [] : [`${name} has no ${limit}`]));
  });
}

test('a list or text without a limit is found', () => {
  expect(unlimitedIn(SCHEMA)).toEqual(['Query.any(text) has no chars', 'Query.any(ids) has no items']);
});

test('every list and text that the API accepts states its limit', () => {
  expect(unlimitedIn(buildSchema(readFileSync('apps/api/schema.graphql', 'utf8')))).toEqual([]);
});
