import type { BankIssue } from './bundle';
import type { ChoiceFile } from './question-file';
import type { ReadFile } from './question-folder';
import { checkKnown } from './question-folder';

/** What is wrong with the options of a choice. */
export function checkChoice(question: ChoiceFile, read: ReadFile): readonly BankIssue[] {
  return [...checkKeys(question, read), ...checkShow(question, read), ...checkIds(question, read), ...checkWrong(question, read)];
}

function checkKeys({ options, choose }: ChoiceFile, { yaml }: ReadFile): readonly BankIssue[] {
  const keys = options.filter((option) => option.key).length;
  if (choose === 'one' && keys !== 1) return [yaml.issueAt(['options'], `choose: one needs exactly one key, here are ${keys}`)];
  if (keys === 0) return [yaml.issueAt(['options'], 'choose: many needs a key; write "key: true" at each right option')];
  return [];
}

function checkShow({ options, show }: ChoiceFile, { yaml }: ReadFile): readonly BankIssue[] {
  if (show === undefined) return [];
  const least = options.filter((option) => option.key).length + 1;
  if (show < least) return [yaml.issueAt(['show'], `show must leave room for a wrong option beside the keys: at least ${least}`)];
  if (show > options.length) return [yaml.issueAt(['show'], `show is ${show}, but there are ${options.length} options`)];
  return [];
}

function checkIds({ options }: ChoiceFile, { yaml }: ReadFile): readonly BankIssue[] {
  return options
    .map(({ id }, index) => ({ id, index }))
    .filter(({ id, index }) => options.findIndex((option) => option.id === id) < index)
    .map(({ id, index }) => yaml.issueAt(['options', index, 'id'], `the option id "${id}" is used twice; give each its own`));
}

function checkWrong({ options }: ChoiceFile, { yaml, context }: ReadFile): readonly BankIssue[] {
  const nameless = options
    .map((option, index) => ({ option, index }))
    .filter(({ option }) => !option.key && option.misconception === undefined)
    .map(({ option, index }) => yaml.issueAt(['options', index], `the wrong option "${option.id}" needs a misconception`));
  const refs = options.flatMap(({ misconception }, index) =>
    misconception === undefined ? [] : [{ path: ['options', index, 'misconception'], id: misconception }],
  );
  return [...nameless, ...checkKnown(yaml, refs, (id) => context.misconceptions.has(id), 'misconceptions.yaml')];
}
