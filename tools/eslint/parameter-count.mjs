const OF_FUNCTION = 4;
const OF_CONSTRUCTOR = 5;
const OUR_MODULE = /^(\.|@holdout\/)/;

/** The call that a function is passed to, directly or within an object or an array of options. */
function callAround(node) {
  let inner = node;
  while (['Property', 'ObjectExpression', 'ArrayExpression'].includes(inner.parent.type)) inner = inner.parent;
  const call = inner.parent;
  const takes = (call.type === 'CallExpression' || call.type === 'NewExpression') && call.arguments.includes(inner);
  return takes ? call : null;
}

/** The first name of a callee: `z` of `z.string().refine`. */
function rootOf(callee) {
  let root = callee;
  while (root.type === 'MemberExpression' || root.type === 'CallExpression') root = root.object ?? root.callee;
  return root.type === 'Identifier' ? root.name : null;
}

function variableOf(name, scope) {
  for (let at = scope; at !== null; at = at.upper) if (at.set.has(name)) return at.set.get(name);
  return null;
}

/** Whether a name is a library's or the language's, which then defines the parameters of its callbacks. */
function isForeign(name, scope) {
  const [definition] = variableOf(name, scope)?.defs ?? [];
  if (definition === undefined) return true;
  return definition.type === 'ImportBinding' && !OUR_MODULE.test(definition.parent.source.value);
}

/** Limits functions to four parameters and constructors to five dependencies. */
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
    const isCallbackOfLibrary = (node) => {
      const call = callAround(node);
      const root = call && rootOf(call.callee);
      return root !== null && isForeign(root, context.sourceCode.getScope(call));
    };
    const check = (node) => {
      const kind =
        node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor' ? 'constructor' : 'function';
      const count = node.params.length;
      if (count <= (kind === 'constructor' ? OF_CONSTRUCTOR : OF_FUNCTION) || isCallbackOfLibrary(node)) return;
      context.report({ node, messageId: kind, data: { count } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check };
  },
};
