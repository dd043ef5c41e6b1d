import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, type GraphQLNamedType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { ofTheirItem, possibleTypes } from './apollo-cache';

const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));

/** Every type reachable from the given one. */
function reached(type: GraphQLNamedType | undefined, found = new Set<GraphQLNamedType>()): Set<GraphQLNamedType> {
  if (type === undefined || found.has(type)) return found;
  found.add(type);
  const inner = isUnionType(type)
    ? type.getTypes()
    : isObjectType(type)
      ? Object.values(type.getFields()).map((field) => getNamedType(field.type))
      : [];
  for (const one of inner) reached(one, found);
  return found;
}

test('what has an id only within its item is never kept by that id', () => {
  const inItems = ['ItemContent', 'Answer', 'FeedbackDetail'].flatMap((name) => [...reached(schema.getType(name))]);
  const named = inItems.filter((type) => isObjectType(type) && 'id' in type.getFields()).map(({ name }) => name);
  expect([...new Set(named)].sort()).toEqual(Object.keys(ofTheirItem).sort());
});

test('the cache knows every type of every interface of the contract', () => {
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  const inContract = interfaces.map((one) => [
    one.name,
    schema
      .getPossibleTypes(one)
      .map((type) => type.name)
      .sort(),
  ]);
  expect(possibleTypes).toEqual(Object.fromEntries(inContract));
});
