import katex from 'katex';

/**
 * Marks a code span of Markdown as MathML made here. The character is in the private use area and is removed from authors'
 * text, so that no author can inject markup; the web app accepts only MathML elements after it.
 */
const MARK = '\uE000';

/** Code, which is left unchanged, or `$$…$$`, or `$…$` without a space next to either dollar. */
const PARTS =
  /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`+[^`]*`+)|\$\$([\s\S]+?)\$\$|(?<![\\$])\$(?=\S)((?:\\.|[^$\\])*?(?:\\\S|[^\s\\$]))\$(?!\d)/g;

const MOST_KEPT = 2_000;
const kept = new Map<string, string>();

const SET = new RegExp(`\`${MARK}([^\`]*)\``);

/** Splits a text: even indexes are Markdown without formulas, odd indexes are formulas as MathML. The length is odd. */
export function formulasApart(markdown: string): readonly string[] {
  return setFormulas(markdown).split(SET);
}

/** The Markdown with each formula as MathML in a marked code span. A formula that cannot be parsed becomes plain code. */
export function setFormulas(markdown: string): string {
  return markdown
    .replaceAll(MARK, '')
    .replace(PARTS, (whole, code: string | undefined, block: string | undefined, inline: string | undefined) => {
      if (code !== undefined) return whole;
      return spanOf(block ?? inline ?? '', block !== undefined);
    });
}

function spanOf(tex: string, isBlock: boolean): string {
  const key = `${isBlock ? 'block' : 'inline'} ${tex}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const span = render(tex.trim(), isBlock);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, span);
  return span;
}

function render(tex: string, displayMode: boolean): string {
  try {
    const limits = { trust: false, strict: 'ignore' as const, maxExpand: 200, maxSize: 20 };
    const html = katex.renderToString(tex, { output: 'mathml', displayMode, ...limits });
    const math = /<math[\s\S]*<\/math>/.exec(html)?.[0].replace(/<annotation[\s\S]*?<\/annotation>/, '') ?? '';
    // A backtick would end the code span, a bar the cell of a table around it.
    return `\`${MARK}${math.replaceAll('|', '&#124;').replaceAll('`', '&#96;').replace(/\s+/g, ' ')}\``;
  } catch (error) {
    if (error instanceof katex.ParseError) return `\`${tex.replaceAll('`', "'")}\``;
    throw error;
  }
}
