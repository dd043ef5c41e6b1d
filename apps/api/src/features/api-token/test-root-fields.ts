import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { type Row, scopeOf } from '../../access/rules';
import { ACCESS } from '../../access/table';
import { EXAMPLES } from '../../access/test-examples';
import { operationOf } from '../../access/test-matrix';
import { NOWHERE } from '../../access/test-objects';

/** Every query and mutation, the scope that a token needs for it, and an operation to send. */
export function rootFieldsOf(schema: GraphQLSchema) {
  const { Query, Mutation } = ACCESS;
  return Object.entries({ Query, Mutation }).flatMap(([root, rows]) =>
    Object.entries(rows).map(([field, row]) => ({
      name: `${root}.${field}`,
      scope: scopeOf(row as Row<never>, root),
      query: queryOf(schema, root, field),
      variables: exampleOf(root, field),
    })),
  );
}

function exampleOf(root: string, field: string): object {
  const examples = EXAMPLES[root as keyof typeof EXAMPLES] as Record<string, (objects: typeof NOWHERE) => object>;
  return examples[field]?.(NOWHERE) ?? {};
}

function queryOf(schema: GraphQLSchema, root: string, field: string): string {
  const type = schema.getType(root) as GraphQLObjectType;
  const found = type.getFields()[field];
  if (found === undefined) throw new Error(`There is no ${root}.${field}.`);
  return operationOf(root, found);
}
