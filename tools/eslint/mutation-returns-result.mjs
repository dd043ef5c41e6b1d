import { getLocation, Kind, parse, print } from 'graphql';

const isMutation = ({ kind, name }) =>
  (kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION) && name.value === 'Mutation';

function whatIsWrong(field) {
  if (!/Result!$/.test(print(field.type))) return 'returns';
  const [only] = field.arguments;
  return field.arguments.length === 1 && only.name.value === 'input' && /Input!$/.test(print(only.type))
    ? null
    : 'takes';
}

/** A mutation can always fail in a way that the user can act on, so it must return a union. */
export const mutationReturnsResult = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      returns: 'Mutation {{name}} must return a non-null …Result union.',
      takes: 'Mutation {{name}} must take exactly one argument, `input: …Input!`.',
    },
  },
  create: (context) => ({
    Program() {
      const fields = parse(context.sourceCode.text)
        .definitions.filter(isMutation)
        .flatMap((type) => type.fields);
      for (const field of fields) {
        const messageId = whatIsWrong(field);
        if (messageId === null) continue;
        const { line, column } = getLocation(field.loc.source, field.name.loc.start);
        context.report({ loc: { line, column: column - 1 }, messageId, data: { name: field.name.value } });
      }
    },
  }),
};
