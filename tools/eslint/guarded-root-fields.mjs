const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

const nameOf = ({ expression }) => (expression.type === 'CallExpression' ? expression.callee.name : expression.name);

/** Who may ask a root field is stated where the field is; a reader of the resolver need not look it up in the table. */
export const guardedRootFields = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { open: 'Root field {{name}} does not state who may ask it: @Needs(…).' },
  },
  create: (context) => ({
    MethodDefinition(method) {
      const decorators = (method.decorators ?? []).map(nameOf);
      if (!decorators.some((name) => ROOTS.has(name)) || decorators.includes('Needs')) return;
      context.report({ node: method, messageId: 'open', data: { name: method.key.name ?? '' } });
    },
  }),
};
