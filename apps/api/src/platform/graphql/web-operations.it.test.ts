import { readFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { makeScratchDatabase } from '@holdout/testing';
import {
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isRequiredInputField,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
} from 'graphql';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { refuseTooCostly, validationRules } from './query-limits';

/** The operations of the web app, as code generation lists them. */
const OPERATIONS = Object.values(
  JSON.parse(readFileSync('apps/web/src/generated/operations.json', 'utf8')) as Record<string, string>,
);
/** The longest page that the web app requests. */
const LONGEST_PAGE = 50;

let api: TestApi;
let schema: GraphQLSchema;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE));
  ({ schema } = api.app.get(GraphQLSchemaHost));
});
afterAll(() => api.stop());

const SCALARS = new Map<string, unknown>([
  ['Int', 1],
  ['Float', 1],
  ['Boolean', true],
  ['DateTime', new Date(0).toISOString()],
]);

/** The smallest value that a variable of this type may have. */
function valueFor(given: GraphQLInputType): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field): [string, unknown] => [field.name, valueFor(field.type)]));
  }
  return isScalarType(type) ? (SCALARS.get(type.name) ?? 'x') : null;
}

function variablesFor({ variableDefinitions = [] }: OperationDefinitionNode): Readonly<Record<string, unknown>> {
  const required = variableDefinitions.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
  const values = required.map(({ variable: { name }, type: node }): [string, unknown] => {
    const type = typeFromAST(schema, node);
    return [name.value, isInputType(type) ? valueFor(type) : null];
  });
  return { ...Object.fromEntries(values), first: LONGEST_PAGE };
}

const nameOf = (text: string): string => /^\w+ (\w+)/.exec(text)?.[1] ?? text.slice(0, 20);

test.each(OPERATIONS.map((text) => [nameOf(text), text]))('%s of the web app is within the limits', (_name, text) => {
  const document = parse(text);
  expect(validate(schema, document, [...specifiedRules, ...validationRules({ introspection: false })])).toEqual([]);
  const [operation] = document.definitions;
  // The cost of a mutation is that of its selection; its input is checked by its own tests.
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation === OperationTypeNode.MUTATION) return;
  refuseTooCostly({ schema, document, variables: variablesFor(operation), operationName: undefined });
});
