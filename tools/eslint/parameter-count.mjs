const OF_FUNCTION = 4;
const OF_CONSTRUCTOR = 5;

/** A function that takes more than four things, or a class that needs more than five others, does more than one thing. */
export const parameterCount = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      function: 'This function takes {{count}} parameters; at most four.',
      constructor: 'This constructor takes {{count}} dependencies; at most five. Split the class.',
    },
  },
  create(context) {
    const check = (node) => {
      const kind =
        node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor' ? 'constructor' : 'function';
      const count = node.params.length;
      if (count > (kind === 'constructor' ? OF_CONSTRUCTOR : OF_FUNCTION)) {
        context.report({ node, messageId: kind, data: { count } });
      }
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};
