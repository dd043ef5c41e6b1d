import { readFileSync } from 'node:fs';
import { buildSchema, isInterfaceType } from 'graphql';
import { possibleTypes } from './apollo-cache';

test('the cache knows every type of every interface of the contract', () => {
  const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
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
