import ts from 'typescript';

const TEXT = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike;
const isBlank = (node) => node.type === 'JSXText' && node.value.trim() === '';

/** An expression that renders only spaces, which translators leave alone. */
const isSpace = (node) =>
  node.type === 'JSXExpressionContainer' &&
  node.expression.type === 'Literal' &&
  String(node.expression.value).trim() === '';

const isEmpty = (node) => node.type === 'JSXExpressionContainer' && node.expression.type === 'JSXEmptyExpression';

/**
 * A translator in the browser replaces text nodes. React writes the text of an element through the element if the text
 * is its only child; beside other children it keeps the text node, so that later texts are not shown, and removing the
 * node or inserting before it throws.
 */
export const loneText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      sibling:
        'Text beside other children is lost when the browser translates the page: put it into a span of its own.',
      fragment: 'Text in a fragment gets siblings elsewhere: put it into a span of its own.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    if (!services?.program) return {};
    const checker = services.program.getTypeChecker();
    const typeOf = (node) => checker.getTypeAtLocation(services.esTreeNodeToTSNodeMap.get(node));
    const partsOf = (type) => (type.isUnion() ? type.types : [type]);
    const holdsText = (type) =>
      partsOf(type).some((part) => {
        if (part.isStringLiteral() && part.value.trim() === '') return false;
        if ((part.flags & TEXT) !== 0) return true;
        const element = checker.isArrayType(part) ? checker.getTypeArguments(part)[0] : undefined;
        // An array of ReactNode is elements with keys.
        return element !== undefined && partsOf(element).every((one) => (one.flags & TEXT) !== 0);
      });
    /** `children` and other slots of type ReactNode are the business of whoever fills them. */
    const isSlot = (type) => partsOf(type).some((part) => part.symbol?.name === 'ReactPortal');
    const isText = (node) => {
      if (node.type === 'JSXText') return true;
      if (node.type !== 'JSXExpressionContainer') return false;
      const type = typeOf(node.expression);
      return !isSlot(type) && holdsText(type);
    };
    const check = (node) => {
      const children = node.children.filter((child) => !isBlank(child) && !isSpace(child) && !isEmpty(child));
      if (node.type === 'JSXElement' && children.length < 2) return;
      const messageId = node.type === 'JSXFragment' ? 'fragment' : 'sibling';
      for (const child of children.filter(isText)) context.report({ node: child, messageId });
    };
    return { JSXElement: check, JSXFragment: check };
  },
};
