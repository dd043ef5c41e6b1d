/**
 * Stands in for parts of the Markdown renderer that questions do not use: what writes Markdown, footnotes, and bare
 * addresses made links (`<https://…>` still is one). They would be a fifth of it.
 */
const absent = () => {
  throw new Error('The web app does not write Markdown');
};
const adds = () => ({});

export const defaultHandlers = {};
export const longestStreak = absent;
export const markdownTable = absent;

export const gfmFootnote = adds;
export const gfmFootnoteHtml = adds;
export const gfmFootnoteFromMarkdown = adds;
export const gfmFootnoteToMarkdown = adds;
export const gfmAutolinkLiteral = adds;
export const gfmAutolinkLiteralHtml = adds;
export const gfmAutolinkLiteralFromMarkdown = adds;
export const gfmAutolinkLiteralToMarkdown = adds;

const { structuredClone } = globalThis;
/** Every browser of today has what `@ungap/structured-clone` brings. */
export { structuredClone as default };
