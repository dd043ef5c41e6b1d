const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

const nameOf = ({ expression }) => (expression.type === 'CallExpression' ? expression.callee.name : expression.name);

/** Requires `@Needs` on each root field, so that a reader of the resolver sees its access without the table. */
export const guardedRootFields = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { open: 'Root field {{name}} does not declare its access. Add @Needs(…).' },
  },
  create: (context) => ({
    MethodDefinition(method) {
      const decorators = (method.decorators ?? []).map(nameOf);
      if (!decorators.some((name) => ROOTS.has(name)) || decorators.includes('Needs')) return;
      context.report({ node: method, messageId: 'open', data: { name: method.key.name ?? '' } });
    },
  }),
};
