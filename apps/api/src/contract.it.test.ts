import { GraphQLSchemaHost } from '@nestjs/graphql';
import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { makeScratchDatabase } from '@holdout/testing';
import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
  isInterfaceType,
} from 'graphql';
import { NEEDS } from './access/needs';
import type { Row } from './access/rules';
import { ACCESS } from './access/table';
import { API_TEMPLATE, startTestApi, type TestApi } from './test-api';

let api: TestApi;
let schema: GraphQLSchema;

/** Nothing may be asked before: Apollo puts a resolver of its own on every field at the first request. */
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

test('every root field states what the access table says of it', () => {
  const rows = Object.entries(ACCESS).flatMap(([root, fields]) =>
    Object.entries(fields).map(([field, row]: [string, Row<never>]) => {
      const needs = typeof row === 'string' ? row : row.needs;
      return { root, field, states: typeof needs === 'string' ? [needs] : needs };
    }),
  );
  expect(rootHandlers().sort(byName)).toEqual(rows.sort(byName));
});

/** What must not be known before the answer, by the names it goes under. */
const SECRET =
  /solution|expected|rubric|hidden|secret|seed|^(is)?keys?$|^why$|misconception|explanation|mutant|generator/i;

const ALLOWED: Readonly<Record<string, string>> = {
  'AttemptItem.feedback': 'null until the item is fixed; all that lies below is meant to be read then',
  'PublicCase.expected': 'of cases that are shown with the question',
  'CaseRun.expected': 'of public cases that were run; null for the candidate’s own input and for hidden ones',
  'Mutation.revealExplanation': 'ends the item',
};

function fieldsReached(): Set<string> {
  const seen = new Set<string>();
  const fields = new Set<string>();
  const waiting: GraphQLNamedType[] = [...rootTypes()];
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (seen.has(type.name)) continue;
    seen.add(type.name);
    if (isUnionType(type) || isInterfaceType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`;
      fields.add(path);
      if (path !== 'AttemptItem.feedback') waiting.push(getNamedType(field.type));
    }
  }
  return fields;
}

test('no path of the contract leads a candidate to a key, an expected output, a rubric or hidden data', () => {
  const leaks = [...fieldsReached()].filter((path) => SECRET.test(path.split('.')[1] ?? '') && !(path in ALLOWED));
  expect(leaks).toEqual([]);
});

test('every exception to that is still needed', () => {
  const reached = fieldsReached();
  expect(Object.keys(ALLOWED).filter((path) => !reached.has(path))).toEqual([]);
});
