import type { BankIssue } from '../../bundle';
import { checkKnown, type ReadFile } from '../../question-folder';
import { expandPattern, normalised } from './patterns';
import type { TextFile } from './text-file';

type At = readonly PropertyKey[];
type Named = { readonly pattern: string; readonly path: At };

/** The issues of a short text. */
export function checkText({ yaml, context }: ReadFile<TextFile>): readonly BankIssue[] {
  const { wrong } = yaml.value;
  const refs = wrong.map(({ misconception: id }, index) => ({ path: ['wrong', index, 'misconception'], id }));
  const beliefs = checkKnown(yaml, refs, (id) => context.misconceptions.has(id), 'misconceptions.yaml');
  const named = patternsOf(yaml.value);
  const broken = named.flatMap(({ pattern, path }) => {
    const expanded = expandPattern(pattern);
    return expanded.ok ? [] : [yaml.issueAt(path, expanded.message)];
  });
  return [...beliefs, ...(broken.length > 0 ? broken : checkTexts(named, yaml))];
}

function patternsOf({ accept, partial, wrong }: TextFile): readonly Named[] {
  const at = (patterns: readonly string[], path: At): readonly Named[] =>
    patterns.map((pattern, index) => ({ pattern, path: [...path, index] }));
  return [
    ...at(accept, ['accept']),
    ...partial.flatMap(({ text }, index) => at(text, ['partial', index, 'text'])),
    ...wrong.flatMap(({ text }, index) => at(text, ['wrong', index, 'text'])),
  ];
}

/** Every text must fit into the field and not be empty, and texts with different scores must not match each other. */
function checkTexts(named: readonly Named[], yaml: ReadFile<TextFile>['yaml']): readonly BankIssue[] {
  const { maxLength, ignore } = yaml.value;
  const seen = new Map<string, string>();
  return named.flatMap(({ pattern, path }) => {
    const expanded = expandPattern(pattern);
    const texts = expanded.ok ? expanded.texts : [];
    if (texts.some((text) => text.length > maxLength))
      return [yaml.issueAt(path, `longer than maxLength: ${maxLength}`)];
    const compared = [...new Set(texts.map((text) => normalised(text, ignore)))];
    if (compared.includes('')) return [yaml.issueAt(path, 'it is empty after removing what "ignore" ignores')];
    const group = path.slice(0, -1).join('.');
    const other = compared.find((text) => (seen.get(text) ?? group) !== group);
    for (const text of compared) seen.set(text, seen.get(text) ?? group);
    return other === undefined
      ? []
      : [yaml.issueAt(path, `"${other}" is also one of ${seen.get(other) ?? ''}; remove it from one`)];
  });
}
