import katex from 'katex';

/**
 * Marks a code span of Markdown as a formula made here. The character is in the private use area and is removed from
 * authors' text, so that no author can inject markup; the web app accepts only the elements of formulas after it.
 */
const MARK = '\uE000';

const CODE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)/;
/** `$$…$$` within a paragraph. */
const BLOCK = /\$\$(?<block>(?:(?!\n\s*\n)[\s\S])+?)\$\$/;
/**
 * `$…$` by Pandoc's rule, without a space inside next to either dollar and without a digit after it; and also without a
 * letter or digit outside next to either, and within a paragraph, so that `df$price`, `$HOME/$USER` and prices stay text.
 */
const INLINE = /(?<![\w\\$])\$(?=\S)(?<inline>(?:\\.|(?!\n\s*\n)[^$\\])*?(?:\\\S|[^\s\\$]))\$(?!\w)/;
/** Code, which is left unchanged, or a formula. */
const PARTS = new RegExp(`(?<code>${CODE.source})|${BLOCK.source}|${INLINE.source}`, 'g');

type Parts = { readonly code?: string; readonly block?: string; readonly inline?: string };

const MOST_KEPT = 2_000;
const kept = new Map<string, string>();

const SET = new RegExp(`\`${MARK}([^\`]*)\``);

/** Splits a text: even indexes are Markdown without formulas, odd indexes are formulas as MathML. The length is odd. */
export function formulasApart(markdown: string): readonly string[] {
  return withSpans(markdown, 'mathml').split(SET);
}

/**
 * The Markdown with each formula in a marked code span: as HTML for the eye, which needs the style sheet and fonts of
 * KaTeX, and as MathML for screen readers. A formula that cannot be parsed becomes plain code.
 */
export function setFormulas(markdown: string): string {
  return withSpans(markdown, 'htmlAndMathml');
}

type Output = 'mathml' | 'htmlAndMathml';

function withSpans(markdown: string, output: Output): string {
  return markdown.replaceAll(MARK, '').replace(PARTS, (whole: string, ...rest: unknown[]) => {
    const { code, block, inline } = rest.at(-1) as Parts;
    if (code !== undefined) return whole;
    return spanOf(block ?? inline ?? '', block !== undefined, output);
  });
}

function spanOf(tex: string, isBlock: boolean, output: Output): string {
  const key = `${output} ${isBlock ? 'block' : 'inline'} ${tex}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const span = render(tex.trim(), isBlock, output);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, span);
  return span;
}

function render(tex: string, displayMode: boolean, output: Output): string {
  try {
    const limits = { trust: false, strict: 'ignore' as const, maxExpand: 200, maxSize: 20 };
    const html = katex.renderToString(tex, { output, displayMode, ...limits });
    const set = output === 'mathml' ? (/<math[\s\S]*<\/math>/.exec(html)?.[0] ?? '') : html;
    const formula = set.replace(/<annotation[\s\S]*?<\/annotation>/, '');
    // A backtick would end the code span, a bar the cell of a table around it.
    return `\`${MARK}${formula.replaceAll('|', '&#124;').replaceAll('`', '&#96;').replace(/\s+/g, ' ')}\``;
  } catch (error) {
    if (error instanceof katex.ParseError) return `\`${tex.replaceAll('`', "'")}\``;
    throw error;
  }
}
