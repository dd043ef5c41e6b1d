const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

const nameOf = ({ expression }) => (expression.type === 'CallExpression' ? expression.callee.name : expression.name);

/** `@UseGuards(…)` itself, or one of the decorators of ours that apply it. */
const GUARD = /^(UseGuards|Public|Needs[A-Z]\w*)$/;
const isGuarded = (node) => (node.decorators ?? []).some((decorator) => GUARD.test(nameOf(decorator)));

/** Who may call a root field is said where the field is, or on its class; a field that says nothing is open to all. */
export const guardedRootFields = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { open: 'Root field {{name}} has no guard on it or on its class (@Public, @Needs… or @UseGuards).' },
  },
  create: (context) => ({
    MethodDefinition(method) {
      const isRoot = (method.decorators ?? []).some((decorator) => ROOTS.has(nameOf(decorator)));
      if (!isRoot || isGuarded(method) || isGuarded(method.parent.parent)) return;
      context.report({ node: method, messageId: 'open', data: { name: method.key.name ?? '' } });
    },
  }),
};
