import { readFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { makeScratchDatabase } from '@holdout/testing';
import { type GraphQLSchema, Kind, OperationTypeNode, parse, specifiedRules, validate } from 'graphql';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { refuseTooCostly, validationRules } from './query-limits';

/** The operations of the web app, as code generation lists them. */
const OPERATIONS = Object.values(
  JSON.parse(readFileSync('apps/web/src/generated/operations.json', 'utf8')) as Record<string, string>,
);
/** The longest pages that the web app requests, and a value for every other required variable. */
const VARIABLES = {
  first: 50,
  id: 'x',
  itemId: 'x',
  attemptId: 'x',
  slug: 'x',
  skills: [],
  kinds: ['CODE'],
  isScenario: true,
  email: 'a@example.org',
  input: {},
};

let api: TestApi;
let schema: GraphQLSchema;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
  ({ schema } = api.app.get(GraphQLSchemaHost));
});
afterAll(() => api.stop());

const nameOf = (text: string): string => /^\w+ (\w+)/.exec(text)?.[1] ?? text.slice(0, 20);

test.each(OPERATIONS.map((text) => [nameOf(text), text]))('%s of the web app is within the limits', (_name, text) => {
  const document = parse(text);
  expect(validate(schema, document, [...specifiedRules, ...validationRules({ introspection: false })])).toEqual([]);
  const [operation] = document.definitions;
  // The cost of a mutation is that of its selection; its input is checked by its own tests.
  if (operation?.kind === Kind.OPERATION_DEFINITION && operation.operation === OperationTypeNode.MUTATION) return;
  refuseTooCostly({ schema, document, variables: VARIABLES, operationName: undefined });
});
