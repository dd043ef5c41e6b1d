import { globSync, readFileSync } from 'node:fs';
import { Kind, parse, print } from 'graphql';

/** The file of the whole schema; committed, because people read it. */
export const SCHEMA = 'apps/api/schema.graphql';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

const byName = (a, b) => (a.name.value < b.name.value ? -1 : a.name.value > b.name.value ? 1 : 0);

function sorted(definition) {
  if (definition.fields) return { ...definition, fields: [...definition.fields].sort(byName) };
  if (definition.values) return { ...definition, values: [...definition.values].sort(byName) };
  if (definition.types) return { ...definition, types: [...definition.types].sort(byName) };
  return definition;
}

/** The kinds of type that `extend` may add to: features add fields to the root types and values to enums. */
const EXTENDED = {
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
};

const isExtension = ({ kind }) => kind in EXTENDED;

/** Merges two definitions of one name; only root types and enums may be in more than one file. */
function combined(name, parts) {
  const own = parts.filter((part) => !isExtension(part));
  const first = own[0] ?? parts[0];
  const mayExtend = ROOTS.includes(name) || parts[0].kind.startsWith('Enum');
  if (own.length > 1 || (parts.length > 1 && !mayExtend)) {
    throw new Error(`${name} is defined twice in the .graphql files`);
  }
  const kind = EXTENDED[first.kind] ?? first.kind;
  const of = (list) => (first[list] ? { [list]: parts.flatMap((part) => part[list]) } : {});
  return { ...first, kind, ...of('fields'), ...of('values') };
}

/** Merges the sources into one schema, its definitions and fields sorted by name, so that diffs are readable. */
export function mergeSchema(sources) {
  const definitions = sources.flatMap((source) => parse(source).definitions);
  const parts = Map.groupBy(definitions, (definition) => definition.name?.value ?? definition.kind);
  const all = [...parts].map(([name, ofName]) => sorted(combined(name, ofName)));
  const rank = (definition) =>
    ROOTS.includes(definition.name?.value) ? ROOTS.indexOf(definition.name.value) : ROOTS.length;
  all.sort((a, b) => rank(a) - rank(b) || byName(a, b));
  return `${print({ kind: Kind.DOCUMENT, definitions: all })}\n`;
}

/** The merged .graphql files of the features; null if there are none. */
export function mergedSchema() {
  const sources = globSync('apps/api/src/**/*.graphql').sort();
  return sources.length === 0 ? null : mergeSchema(sources.map((path) => readFileSync(path, 'utf8')));
}
