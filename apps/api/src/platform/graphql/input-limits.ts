import {
  type DocumentNode,
  getDirectiveValues,
  type GraphQLInputType,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  TypeInfo,
  valueFromASTUntyped,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { AppError } from '../app-error';

/** The limits that an argument or input field states by `@limit`. */
type Limits = { readonly chars?: number; readonly items?: number };

/** Where in a value something is too long, as the end of a sentence; null if nothing is. */
type Check = (value: unknown) => string | null;

type Site = { readonly name: string; readonly value: ValueNode; readonly check: Check };
type Reading = { readonly sites: readonly Site[]; readonly mostChars: number };

type Place = { readonly type: GraphQLInputType; readonly astNode?: InputValueDefinitionNode | null | undefined };

/** An id, or a scalar of ours such as a moment. */
const CHARS_OF_AN_ID = 200;
/** For a text or list without `@limit`. A test requires one for each. */
const UNSTATED = { chars: 1000, items: 100 };
const NUMBERS_AND_FLAGS = new Set(['Int', 'Float', 'Boolean']);

const any: Check = () => null;

/**
 * Enforces `@limit` on the values of a request before anything else reads them: without it, the length of a list or text
 * is bounded by the length of the body alone, and a filter of 200,000 ids occupies the database for as long as it may.
 */
export class InputLimits {
  /** The check and the longest text of each input type, shared by its places. */
  private readonly objects = new Map<string, { check: Check; mostChars: number }>();
  private readonly readings = new WeakMap<DocumentNode, Reading>();

  /** The schema is asked for at the first request: it exists only after the application has been initialized. */
  constructor(private readonly schemaOf: () => GraphQLSchema) {}

  /** Throws for a value that is longer than its place allows. */
  check(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
    for (const { name, value, check } of this.readingOf(document).sites) {
      const excess = check(valueFromASTUntyped(value, { ...variables }));
      if (excess !== null) throw new AppError('BAD_INPUT', `${name}${excess}.`);
    }
  }

  /** The longest single text that an operation of this document accepts. */
  mostChars(document: DocumentNode): number {
    return this.readingOf(document).mostChars;
  }

  private readingOf(document: DocumentNode): Reading {
    const known = this.readings.get(document);
    if (known) return known;
    const reading = this.read(document);
    this.readings.set(document, reading);
    return reading;
  }

  private read(document: DocumentNode): Reading {
    const types = new TypeInfo(this.schemaOf());
    const sites: Site[] = [];
    let mostChars = 0;
    const visitor = {
      Argument: ({ name, value }: { readonly name: { readonly value: string }; readonly value: ValueNode }) => {
        const place = types.getArgument();
        if (!place) return;
        const limits = this.limitsOf(place);
        mostChars = Math.max(mostChars, this.longestText(place.type, limits));
        sites.push({ name: name.value, value, check: this.checkOf(place.type, limits) });
      },
    };
    visit(document, visitWithTypeInfo(types, visitor));
    return { sites, mostChars };
  }

  private limitsOf({ astNode }: Place): Limits {
    const directive = this.schemaOf().getDirective('limit');
    return directive && astNode ? (getDirectiveValues(directive, astNode) ?? {}) : {};
  }

  private checkOf(type: GraphQLInputType, limits: Limits): Check {
    if (isNonNullType(type)) return this.checkOf(type.ofType, limits);
    if (isListType(type)) return listCheck(limits.items ?? UNSTATED.items, this.checkOf(type.ofType, limits));
    if (isInputObjectType(type)) {
      // Not looked up before the first value: an input type may contain itself.
      return (value) => this.objectOf(type.name).check(value);
    }
    if (isEnumType(type) || NUMBERS_AND_FLAGS.has(type.name)) return any;
    return textCheck(charsOf(type, limits));
  }

  private longestText(type: GraphQLInputType, limits: Limits): number {
    if (isNonNullType(type) || isListType(type)) return this.longestText(type.ofType, limits);
    if (isInputObjectType(type)) return this.objectOf(type.name).mostChars;
    return isEnumType(type) || NUMBERS_AND_FLAGS.has(type.name) ? 0 : charsOf(type, limits);
  }

  private objectOf(name: string): { readonly check: Check; readonly mostChars: number } {
    const known = this.objects.get(name);
    if (known) return known;
    const made = { check: any, mostChars: 0 };
    this.objects.set(name, made);
    const type = this.schemaOf().getType(name);
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    const checks = new Map(fields.map((field) => [field.name, this.checkOf(field.type, this.limitsOf(field))]));
    made.mostChars = Math.max(0, ...fields.map((field) => this.longestText(field.type, this.limitsOf(field))));
    made.check = objectCheck(checks);
    return made;
  }
}

function charsOf(type: { readonly name: string }, { chars }: Limits): number {
  if (chars !== undefined) return chars;
  return type.name === 'String' ? UNSTATED.chars : CHARS_OF_AN_ID;
}

/** Values of a wrong type are not checked here: the execution refuses them. */
const textCheck =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length > most ? ` has more than ${most} characters` : null;

const listCheck =
  (most: number, each: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return each(value);
    return value.length > most ? ` has more than ${most} entries` : firstOf(value, each);
  };

function objectCheck(checks: ReadonlyMap<string, Check>): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null) return null;
    return firstOf(Object.entries(value), ([name, field]: [string, unknown]) => {
      const excess = checks.get(name)?.(field) ?? null;
      return excess === null ? null : `.${name}${excess}`;
    });
  };
}

function firstOf<T>(values: readonly T[], check: (value: T) => string | null): string | null {
  for (const value of values) {
    const excess = check(value);
    if (excess !== null) return excess;
  }
  return null;
}
