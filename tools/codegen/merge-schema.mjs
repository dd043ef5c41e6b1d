import { Kind, parse, print } from 'graphql';

const byName = (a, b) => (a.name.value < b.name.value ? -1 : a.name.value > b.name.value ? 1 : 0);

function sorted(definition) {
  if (definition.fields) return { ...definition, fields: [...definition.fields].sort(byName) };
  if (definition.values) return { ...definition, values: [...definition.values].sort(byName) };
  if (definition.types) return { ...definition, types: [...definition.types].sort(byName) };
  return definition;
}

/** Two features may each add fields to Query, Mutation or Subscription; any other name belongs to one file. */
function combined(first, next) {
  if (first.kind !== Kind.OBJECT_TYPE_DEFINITION || !['Query', 'Mutation', 'Subscription'].includes(first.name.value)) {
    throw new Error(`${first.name.value} is defined twice in the .graphql files`);
  }
  return { ...first, fields: [...first.fields, ...next.fields], description: first.description ?? next.description };
}

/** The one schema made of many files, its definitions and fields in alphabetical order so that a diff is readable. */
export function mergeSchema(sources) {
  const definitions = new Map();
  for (const definition of sources.flatMap((source) => parse(source).definitions)) {
    const name = definition.name?.value ?? definition.kind;
    const plain =
      definition.kind === Kind.OBJECT_TYPE_EXTENSION
        ? { ...definition, kind: Kind.OBJECT_TYPE_DEFINITION }
        : definition;
    const known = definitions.get(name);
    definitions.set(name, known ? combined(known, plain) : plain);
  }
  const roots = ['Query', 'Mutation', 'Subscription'];
  const rank = (definition) =>
    roots.includes(definition.name?.value) ? roots.indexOf(definition.name.value) : roots.length;
  const all = [...definitions.values()].map(sorted);
  all.sort((a, b) => rank(a) - rank(b) || byName(a, b));
  return `${print({ kind: Kind.DOCUMENT, definitions: all })}\n`;
}
