const MARKS = /[*_`~#>]+|\$+|\uE000\S*/g;

/** Strips Markdown from a step's text, for announcements and accessible names. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(MARKS, '')
    .replace(/\s+/g, ' ')
    .trim();
