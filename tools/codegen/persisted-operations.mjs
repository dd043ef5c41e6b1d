import { createHash } from 'node:crypto';
import { Kind, print, visit } from 'graphql';

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
const isTypename = (selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename';

/** Apollo Client adds `__typename` to every selection set except the operation's own, because its cache needs it. */
function withTypenames(node) {
  return visit(node, {
    SelectionSet: (set, _key, parent) =>
      parent?.kind === Kind.OPERATION_DEFINITION || set.selections.some(isTypename)
        ? undefined
        : { ...set, selections: [...set.selections, typename] },
  });
}

function spreadsOf(node) {
  const names = new Set();
  visit(node, { FragmentSpread: (spread) => void names.add(spread.name.value) });
  return names;
}

function fragmentsOf(operation, fragments) {
  const found = new Map();
  const waiting = [operation];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const name of spreadsOf(node)) {
      if (found.has(name)) continue;
      const fragment = fragments.get(name);
      if (!fragment) throw new Error(`Fragment ${name} is used but not defined`);
      found.set(name, fragment);
      waiting.push(fragment);
    }
  }
  return [...found.keys()].sort().map((name) => found.get(name));
}

/** Every page loads all ids, so they are no longer than it takes to differ. They are names in the server's list, no secrets. */
const ID_DIGITS = 16;

const idOf = (query) => createHash('sha256').update(query).digest('hex').slice(0, ID_DIGITS);

/** Every operation of the web app as `{ name, id, query }`; a production server executes only these. */
export function persistedOperations(documents) {
  const definitions = documents.flatMap((file) => file.document?.definitions ?? []);
  const fragments = new Map(
    definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  const unused = new Set(fragments.keys());
  const operations = definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const used = fragmentsOf(operation, fragments);
      for (const fragment of used) unused.delete(fragment.name.value);
      const parts = [operation, ...used].map(withTypenames);
      const query = print({ kind: Kind.DOCUMENT, definitions: parts });
      return { name: operation.name.value, id: idOf(query), query };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // Nothing fetches an unused fragment, so a component that reads it from the cache would wait forever.
  if (unused.size > 0) throw new Error(`No operation uses the fragment ${[...unused].join(', ')}`);
  if (new Set(operations.map(({ id }) => id)).size < operations.length) throw new Error('Two operations have one id.');
  return operations;
}
