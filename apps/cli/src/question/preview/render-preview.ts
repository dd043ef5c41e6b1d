import type { BankIssue } from '@holdout/bank';
import { formulasApart } from '@holdout/formulas';
import { type AnswerPart, wordsOf } from './answers';
import type { Preview } from './read-preview';

/** The answers as HTML, or the issues to fix first. */
export function renderPreview({ title, hash, issues, answers }: Preview): string {
  return [
    `<h1>${escaped(title)}</h1>`,
    issues.length === 0 ? '' : `<section class="issues"><h2>To fix</h2>${renderIssues(issues)}</section>`,
    hash === null ? '<p>The site shows the last version that could be read, if there was one.</p>' : '',
    ...answers.map(renderPart),
  ].join('\n');
}

function renderIssues(issues: readonly BankIssue[]): string {
  const items = issues.map(({ file, line, message }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    return `<li><code>${escaped(place)}</code> ${escaped(message)}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function renderPart({ title, value }: AnswerPart): string {
  return `<section><h2>${escaped(title)}</h2>${renderValue(value, title.toLowerCase().replace(/,.*$/, ''))}</section>`;
}

/** The names of values that are Markdown; in others a dollar sign does not begin a formula. */
const MARKDOWN = new Set(['ask', 'explanation', 'hints', 'text', 'why']);

function renderValue(value: unknown, name: string): string {
  if (Array.isArray(value)) return `<ol>${value.map((item) => `<li>${renderValue(item, name)}</li>`).join('')}</ol>`;
  if (value === null || value === undefined) return '<p>none</p>';
  if (typeof value === 'string') return renderText(value, MARKDOWN.has(name));
  if (typeof value !== 'object') return renderText(JSON.stringify(value), false);
  const entries = Object.entries(value).filter(([, inside]) => inside !== undefined && inside !== null);
  const isSource = 'path' in value;
  const rows = entries.map(
    ([name, inside]) => `<dt>${escaped(wordsOf(name))}</dt><dd>${renderValue(inside, isSource ? '' : name)}</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}

/** Texts of several lines are sources or Markdown, whose line breaks and indentation are kept. */
function renderText(text: string, isMarkdown: boolean): string {
  const html = isMarkdown ? withFormulas(text.trimEnd()) : escaped(text.trimEnd());
  return text.trimEnd().includes('\n') ? `<pre tabindex="0">${html}</pre>` : `<p>${html}</p>`;
}

const withFormulas = (markdown: string): string =>
  formulasApart(markdown)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : part))
    .join('');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
