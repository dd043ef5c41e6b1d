const MARKS = /[*_`~#>]+|\$+|\uE000\S*/g;

/** Markdown of one step as it is spoken and named: without its marks. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(MARKS, '')
    .replace(/\s+/g, ' ')
    .trim();
