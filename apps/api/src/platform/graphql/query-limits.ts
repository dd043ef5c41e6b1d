import {
  getOperationAST,
  getVariableValues,
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { AppError } from '../app-error';

const DEEPEST = 12;
const MOST_COST = 10_000;
const MOST_FIRST = 100;
/** Assumed length of a list without `first`: by convention such lists are short. */
const SHORT_LIST = 5;

/** Lexical tokens: above any operation of the web app. Parsing stops at this limit. */
export const MOST_TOKENS = 3000;

/** Depth of a selection set. Each fragment is measured once; the specification's own rule reports recursive ones. */
function depthOf(
  set: SelectionSetNode,
  context: ValidationContext,
  open: ReadonlySet<string>,
  known: Map<string, number>,
): number {
  const depths = set.selections.map((selection): number => {
    switch (selection.kind) {
      case Kind.FIELD:
        if (selection.name.value.startsWith('__')) return 0;
        return 1 + (selection.selectionSet ? depthOf(selection.selectionSet, context, open, known) : 0);
      case Kind.INLINE_FRAGMENT:
        return depthOf(selection.selectionSet, context, open, known);
      case Kind.FRAGMENT_SPREAD:
        return fragmentDepth(selection.name.value, context, open, known);
    }
  });
  return Math.max(0, ...depths);
}

function fragmentDepth(
  name: string,
  context: ValidationContext,
  open: ReadonlySet<string>,
  known: Map<string, number>,
): number {
  const measured = known.get(name);
  if (measured !== undefined) return measured;
  const fragment = context.getFragment(name);
  if (!fragment || open.has(name)) return 0;
  const depth = depthOf(fragment.selectionSet, context, new Set([...open, name]), known);
  known.set(name, depth);
  return depth;
}

/** Rejects operations that are nested too deeply, before any field is resolved. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const known = new Map<string, number>();
  return {
    OperationDefinition(operation) {
      if (depthOf(operation.selectionSet, context, new Set(), known) <= DEEPEST) return;
      context.reportError(
        new GraphQLError(`The operation is nested too deeply: at most ${DEEPEST} levels are allowed.`, {
          nodes: [operation],
        }),
      );
    },
  };
}

/** Validation rules in addition to the specification's, for HTTP and the websocket. */
export const validationRules = ({ introspection }: { readonly introspection: boolean }): ValidationRule[] =>
  introspection ? [depthLimit] : [depthLimit, NoSchemaIntrospectionCustomRule];

const isList = (type: unknown): boolean => isListType(isNonNullType(type) ? type.ofType : type);

function timesOf({ field, args, type }: Parameters<ComplexityEstimator>[0]): number {
  const first: unknown = args['first'];
  if (typeof first === 'number') {
    if (first < 1 || first > MOST_FIRST) throw new AppError('BAD_INPUT', `first must be from 1 to ${MOST_FIRST}.`);
    return first;
  }
  // The connection's `first` has already been counted.
  if (field.name === 'edges' && type.name.endsWith('Connection')) return 1;
  return isList(field.type) ? SHORT_LIST : 1;
}

const estimate: ComplexityEstimator = (options) => 1 + timesOf(options) * options.childComplexity;

export type Operation = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
};

const MOST_KNOWN = 50;

/** Costs by document: Apollo caches documents, so the same text gives the same object. */
const knownCosts = new WeakMap<DocumentNode, Map<string, number>>();

/** The variables that the cost depends on: page lengths, @skip and @include. */
function keyOf({ variables, operationName }: Operation): string {
  const deciding = Object.entries(variables).filter(([, value]) => ['number', 'boolean'].includes(typeof value));
  return JSON.stringify([operationName, deciding]);
}

function costOf(operation: Operation): number {
  refuseWrongVariables(operation);
  const { schema, document, variables, operationName } = operation;
  return getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    ...(operationName === undefined ? {} : { operationName }),
    estimators: [estimate],
  });
}

/**
 * Throws for variables that do not fit their types. The cost estimate reads them before the executor validates them,
 * and would report a wrong one as an internal error and log its value.
 */
function refuseWrongVariables({ schema, document, variables, operationName }: Operation): void {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const [first] = getVariableValues(schema, definitions, { ...variables }, { maxErrors: 1 }).errors ?? [];
  if (first !== undefined) throw new AppError('BAD_INPUT', first.message);
}

/** Throws if an operation is too costly: each field costs one, multiplied by the length of its page. */
export function refuseTooCostly(operation: Operation): void {
  const known = knownCosts.get(operation.document) ?? new Map<string, number>();
  const key = keyOf(operation);
  const cost = known.get(key) ?? costOf(operation);
  if (known.size < MOST_KNOWN) known.set(key, cost);
  knownCosts.set(operation.document, known);
  if (cost > MOST_COST)
    throw new AppError(
      'BAD_INPUT',
      `The operation is too costly: ${cost}, of at most ${MOST_COST}. Request fewer rows or fields.`,
    );
}
