const MOST = 5;

/** A class that needs more than five others does more than one thing. */
export const constructorDependencies = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { many: 'This constructor takes {{count}} dependencies; at most {{most}}. Split the class.' },
  },
  create: (context) => ({
    'MethodDefinition[kind="constructor"]'(node) {
      const count = node.value.params.length;
      if (count > MOST) context.report({ node, messageId: 'many', data: { count, most: MOST } });
    },
  }),
};
