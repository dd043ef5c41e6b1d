import type { BankIssue, Statement } from './bundle';

export type QuestionText = Statement & { readonly explanation: string };

export type ReadText = { readonly text: QuestionText | null; readonly issues: readonly BankIssue[] };

type Section = { readonly heading: string | null; readonly line: number; readonly lines: string[] };

/**
 * Splits `question.md` into the statement, the text under each `# Hint`, and the text under `# Explanation`, which must
 * come last so that nothing after it can be shown too early.
 */
export function readQuestionText(file: string, markdown: string): ReadText {
  const [statement, ...others] = sectionsOf(markdown);
  const issues = [...others.flatMap((section, index) => checkSection(file, section, index === others.length - 1))];
  const explanation = others.find((section) => section.heading === 'Explanation');
  if (statement === undefined || bodyOf(statement) === '')
    issues.push({ file, line: 1, message: 'the statement is missing; write it above the first heading' });
  if (explanation === undefined)
    issues.push({
      file,
      message: 'the explanation is missing; add "# Explanation" with the lesson of the question',
    });
  if (statement === undefined || explanation === undefined || issues.length > 0) return { text: null, issues };
  const hints = others.filter((section) => section.heading === 'Hint').map(bodyOf);
  return { text: { statement: bodyOf(statement), hints, explanation: bodyOf(explanation) }, issues };
}

function checkSection(file: string, section: Section, isLast: boolean): readonly BankIssue[] {
  const { heading, line } = section;
  if (heading !== 'Hint' && heading !== 'Explanation') {
    return [
      {
        file,
        line,
        message: `"# ${heading}" is not known; use only "# Hint" and "# Explanation", and "##" within them`,
      },
    ];
  }
  if (bodyOf(section) === '')
    return [{ file, line, message: `"# ${heading}" is empty; write it or remove the heading` }];
  if (heading === 'Explanation' && !isLast)
    return [{ file, line, message: '"# Explanation" must be the last section and may occur once; move it to the end' }];
  return [];
}

function sectionsOf(markdown: string): readonly Section[] {
  const sections: Section[] = [{ heading: null, line: 1, lines: [] }];
  let fence: string | null = null;
  for (const [index, line] of markdown.split('\n').entries()) {
    const heading = fence === null ? /^# +(.*?) *$/.exec(line)?.[1] : undefined;
    fence = fenceAfter(fence, line);
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ heading, line: index + 1, lines: [] });
  }
  return sections;
}

/** The fence of the code block around the next line, or null; a `#` in a code block is not a heading. */
function fenceAfter(fence: string | null, line: string): string | null {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (mark === undefined) return fence;
  if (fence === null) return mark;
  return mark.startsWith(fence) ? null : fence;
}

function bodyOf(section: Section): string {
  return section.lines.join('\n').trim();
}
