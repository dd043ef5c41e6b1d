import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
} from 'graphql';

type Marked = GraphQLNamedType | GraphQLField<unknown, unknown>;

/** The disclosure gate of a type or field; null if it is not marked. */
export function disclosureOf({ astNode }: Marked): string | null {
  const mark = astNode?.directives?.find(({ name }) => name.value === 'secret');
  const until = mark?.arguments?.find(({ name }) => name.value === 'until')?.value;
  return until?.kind === Kind.ENUM ? until.value : null;
}

/** Root fields to start from, as `Query.attempt`. */
type Roots = readonly string[];

type Way = { readonly name: string; readonly field: GraphQLField<unknown, unknown>; readonly of: GraphQLObjectType };

/** Inconsistencies in the marks of a schema, seen from root fields that a candidate may request. */
export class SecretMarks {
  /** Types that are reachable without passing a marked field. */
  private readonly open = new Set<string>();
  private readonly ways: Way[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    roots: Roots,
  ) {
    for (const root of roots) {
      const [of, field] = this.fieldNamed(root);
      this.walk({ name: root, field, of });
    }
  }

  /** Unmarked fields that lead to a marked type, or to a union with one. */
  get leaks(): string[] {
    return this.ways.flatMap(({ name, field }) =>
      disclosureOf(field) === null
        ? this.objectsOf(getNamedType(field.type))
            .filter((type) => disclosureOf(type) !== null)
            .map((type) => `${name} leads to ${type.name}`)
        : [],
    );
  }

  /** Types behind a marked field without the same mark. */
  get unmarked(): string[] {
    return this.gates.flatMap(({ name, field }) => {
      const until = disclosureOf(field);
      const behind = this.typesBehind(getNamedType(field.type));
      return behind
        .filter((type) => disclosureOf(type) !== until)
        .map((type) => `${type.name} behind ${name} is not marked until ${until}`);
    });
  }

  /** Marked fields that cannot be withheld, because they are neither nullable nor lists. */
  get alwaysThere(): string[] {
    return this.gates
      .filter(({ field }) => isNonNullType(field.type) && !isListType(getNullableType(field.type)))
      .map(({ name }) => name);
  }

  /** The marked fields that lead from public to secret types. */
  get gates(): readonly Way[] {
    return this.ways.filter(({ field }) => disclosureOf(field) !== null);
  }

  private walk(way: Way): void {
    this.ways.push(way);
    if (disclosureOf(way.field) !== null) return;
    for (const type of this.objectsOf(getNamedType(way.field.type))) {
      if (this.open.has(type.name)) continue;
      this.open.add(type.name);
      for (const field of Object.values(type.getFields())) {
        this.walk({ name: `${type.name}.${field.name}`, field, of: type });
      }
    }
  }

  private typesBehind(start: GraphQLNamedType): GraphQLObjectType[] {
    const found = new Set<GraphQLObjectType>();
    const waiting = [start];
    for (let type = waiting.pop(); type; type = waiting.pop()) {
      for (const object of this.objectsOf(type)) {
        if (this.open.has(object.name) || found.has(object)) continue;
        found.add(object);
        waiting.push(...Object.values(object.getFields()).map((field) => getNamedType(field.type)));
      }
    }
    return [...found];
  }

  private objectsOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isUnionType(type) || isInterfaceType(type)) return this.schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }

  private fieldNamed(root: string): [GraphQLObjectType, GraphQLField<unknown, unknown>] {
    const [typeName = '', name = ''] = root.split('.');
    const type = this.schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!isObjectType(type) || field === undefined) throw new Error(`There is no ${root}.`);
    return [type, field];
  }
}

/**
 * Selects all fields below a type. Each has an alias that names its type, since fields of two members of
 * a union may have one name. Recursive types are omitted.
 */
export function everythingOf(schema: GraphQLSchema, type: GraphQLNamedType, within: readonly string[] = []): string {
  if (isUnionType(type) || isInterfaceType(type)) {
    const members = schema.getPossibleTypes(type);
    return `{ ${members.map((each) => `... on ${each.name} ${everythingOf(schema, each, within)}`).join(' ')} }`;
  }
  if (!isObjectType(type) || within.includes(type.name)) return '';
  const fields = Object.values(type.getFields()).map((field) => {
    const named = getNamedType(field.type);
    const below = everythingOf(schema, named, [...within, type.name]);
    return isCompositeType(named) && below === '' ? '' : `${type.name}__${field.name}: ${field.name} ${below}`;
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** A field of a response to `everythingOf`. `within` lists the fields that lead to it, outermost first. */
export type AnsweredField = { readonly name: string; readonly within: readonly string[]; readonly value: unknown };

/** All fields of such a response. */
export function fieldsIn(answer: unknown, within: readonly string[] = []): AnsweredField[] {
  if (Array.isArray(answer)) return answer.flatMap((each) => fieldsIn(each, within));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([alias, value]: [string, unknown]) => {
    if (alias === '__typename') return [];
    const name = alias.replace('__', '.');
    return [{ name, within, value }, ...fieldsIn(value, [...within, name])];
  });
}
