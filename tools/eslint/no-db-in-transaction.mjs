const INSIDE =
  "CallExpression[callee.property.name='transaction'] > :matches(ArrowFunctionExpression, FunctionExpression)";

/** A statement sent through `this.db` inside a transaction runs outside it, which is easy to miss in review. */
export const noDbInTransaction = {
  meta: { type: 'problem', schema: [], messages: { outside: 'Inside a transaction use `tx`, not `this.db`.' } },
  create: (context) => ({
    [`${INSIDE} MemberExpression[object.type='ThisExpression'][property.name='db']`](node) {
      context.report({ node, messageId: 'outside' });
    },
  }),
};
