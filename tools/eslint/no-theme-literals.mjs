const COLOUR = /^#[\da-f]{3,8}$|^(rgb|hsl|oklch|lab)a?\(/i;
const SIZE = /^\d+(\.\d+)?(px|rem|em)$/;
const THEMED = new Set(['radius', 'fz', 'fontSize', 'borderRadius']);

/** Colours, sizes and radii are defined only in the theme. */
export const noThemeLiterals = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: '{{found}} belongs in libs/ui/src/theme.ts; use its name here.' },
  },
  create(context) {
    const report = (node, found) => context.report({ node, messageId: 'literal', data: { found: String(found) } });
    const isNumber = (node) => node?.type === 'Literal' && typeof node.value === 'number' && node.value !== 0;
    return {
      Literal(node) {
        if (typeof node.value === 'string' && (COLOUR.test(node.value) || SIZE.test(node.value)))
          report(node, node.value);
      },
      JSXAttribute(node) {
        const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : null;
        if (THEMED.has(node.name.name) && isNumber(value)) report(value, value.value);
      },
      Property(node) {
        if (THEMED.has(node.key.name) && isNumber(node.value)) report(node.value, node.value.value);
      },
    };
  },
};
