const SPOKEN = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'description',
  'error',
  'label',
  'placeholder',
  'title',
]);
const hasWords = (text) => typeof text === 'string' && /\p{L}{2,}/u.test(text);

/** Text on screen must come from a message catalogue, so that a translation needs no code change. */
export const noLiteralText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'Move text on screen into a message catalogue: {{text}}' },
  },
  create(context) {
    const report = (node, text) => {
      if (hasWords(text)) context.report({ node, messageId: 'literal', data: { text: JSON.stringify(text.trim()) } });
    };
    const textOf = (node) => {
      if (node?.type === 'Literal') return node.value;
      return node?.type === 'TemplateLiteral' ? node.quasis.map((part) => part.value.cooked).join(' ') : null;
    };
    return {
      JSXText: (node) => report(node, node.value),
      'JSXElement > JSXExpressionContainer': (node) => report(node, textOf(node.expression)),
      JSXAttribute(node) {
        if (!SPOKEN.has(node.name.name)) return;
        const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        report(node, textOf(value));
      },
    };
  },
};
