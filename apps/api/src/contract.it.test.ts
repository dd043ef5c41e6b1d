import { GraphQLSchemaHost } from '@nestjs/graphql';
import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { makeScratchDatabase } from '@holdout/testing';
import type { GraphQLSchema } from 'graphql';
import { NEEDS } from './access/needs';
import type { Row } from './access/rules';
import { ACCESS } from './access/table';
import { SecretMarks } from './access/test-secrets';
import { API_TEMPLATE, startTestApi, type TestApi } from './test-api';

let api: TestApi;
let schema: GraphQLSchema;

/** Read before any request: at the first request, Apollo adds its own resolver to every field. */
beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
  schema = api.app.get(GraphQLSchemaHost).schema;
});
afterAll(() => api.stop());

const rootTypes = () =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => !!type);
const rootFields = () =>
  rootTypes().flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })));

test('every root field has a resolver', () => {
  const bare = rootFields().filter(({ type, field }) => !(type === 'Subscription' ? field.subscribe : field.resolve));
  expect(bare.map(({ field }) => field.name)).toEqual([]);
});

type Handler = { readonly root: string; readonly field: string; readonly states: unknown };

function rootHandlers(): Handler[] {
  const providers = new DiscoveryService(api.app.get(ModulesContainer)).getProviders();
  return providers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function' || !metatype.prototype) return [];
    const prototype = metatype.prototype as object;
    return Object.getOwnPropertyNames(prototype).flatMap((field): Handler[] => {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, field)?.value;
      if (typeof method !== 'function') return [];
      const root: unknown = Reflect.getMetadata('graphql:resolver_type', method);
      const isRoot = typeof root === 'string' && ['Query', 'Mutation', 'Subscription'].includes(root);
      return isRoot ? [{ root, field, states: Reflect.getMetadata(NEEDS, method) as unknown }] : [];
    });
  });
}

const byName = (a: Handler, b: Handler): number => (`${a.root}.${a.field}` < `${b.root}.${b.field}` ? -1 : 1);

test('every root field declares the access that the access table lists', () => {
  const rows = Object.entries(ACCESS).flatMap(([root, fields]) =>
    Object.entries(fields).map(([field, row]: [string, Row<never>]) => {
      const needs = typeof row === 'string' ? row : row.needs;
      return { root, field, states: typeof needs === 'string' ? [needs] : needs };
    }),
  );
  expect(rootHandlers().sort(byName)).toEqual(rows.sort(byName));
});

/** All root fields except those for members of an organization. */
const candidateRoots = Object.entries(ACCESS).flatMap(([root, fields]) =>
  Object.entries(fields).flatMap(([field, row]: [string, Row<never>]) =>
    typeof row === 'string' ? [`${root}.${field}`] : [],
  ),
);

test('a candidate reaches secrets only through fields that can withhold them, and all fields below are marked', () => {
  const marks = new SecretMarks(schema, candidateRoots);
  expect(marks.leaks).toEqual([]);
  expect(marks.unmarked).toEqual([]);
  expect(marks.alwaysThere).toEqual([]);
});
