import katex from 'katex';

/**
 * Marks a code span of Markdown as a formula set by us. The character is private use and taken out of authors' text,
 * so that nothing else can claim to be one; the web app reads what follows as MathML and nothing more.
 */
const MARK = '\uE000';

/** Code, which is left alone, or `$$…$$`, or `$…$` with no space inside its dollars. */
const PARTS =
  /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`+[^`]*`+)|\$\$([\s\S]+?)\$\$|(?<![\\$])\$(?=\S)((?:\\.|[^$\\])*?(?:\\\S|[^\s\\$]))\$(?!\d)/g;

const MOST_KEPT = 2_000;
const kept = new Map<string, string>();

const SET = new RegExp(`\`${MARK}([^\`]*)\``);

/** A text in turns: what is no formula, a formula as MathML, and so on; it ends as it begins, with what is none. */
export function formulasApart(markdown: string): readonly string[] {
  return setFormulas(markdown).split(SET);
}

/** Markdown whose formulas are set as MathML, each in a marked code span: browsers draw it without a library. */
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
    // Neither may end the code span, nor a cell of a table around it.
    return `\`${MARK}${math.replaceAll('|', '&#124;').replaceAll('`', '&#96;').replace(/\s+/g, ' ')}\``;
  } catch (error) {
    if (error instanceof katex.ParseError) return `\`${tex.replaceAll('`', "'")}\``;
    throw error;
  }
}
