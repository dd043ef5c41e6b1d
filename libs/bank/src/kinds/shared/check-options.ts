import type { BankIssue } from '../../bundle';
import { checkKnown, type ReadFile } from '../../question-folder';
import type { Option } from './part-file';

type Choice = { readonly choose: 'one' | 'many'; readonly options: readonly Option[] };
type At = readonly PropertyKey[];

/** The issues of the options at a path of question.yaml. */
export function checkOptions(choice: Choice, at: At, read: ReadFile<unknown>): readonly BankIssue[] {
  return [...checkKeys(choice, at, read), ...checkDistinct(choice.options, at, read), ...checkWrong(choice, at, read)];
}

function checkKeys({ options, choose }: Choice, at: At, { yaml }: ReadFile<unknown>): readonly BankIssue[] {
  const path = [...at, 'options'];
  const keys = options.filter((option) => option.key).length;
  if (choose === 'one' && keys !== 1)
    return [yaml.issueAt(path, `choose: one needs exactly one key, but there are ${keys}`)];
  if (keys === 0) return [yaml.issueAt(path, 'choose: many needs a key; write "key: true" at each correct option')];
  return [];
}

function checkDistinct(options: readonly Option[], at: At, { yaml }: ReadFile<unknown>): readonly BankIssue[] {
  return repeatedIn(options).map(({ id, index }) =>
    yaml.issueAt([...at, 'options', index, 'id'], `the option id "${id}" is used twice; use distinct ids`),
  );
}

function checkWrong({ options }: Choice, at: At, { yaml, context }: ReadFile<unknown>): readonly BankIssue[] {
  const nameless = options
    .map((option, index) => ({ option, index }))
    .filter(({ option }) => !option.key && option.misconception === undefined)
    .map(({ option, index }) =>
      yaml.issueAt([...at, 'options', index], `the wrong option "${option.id}" needs a misconception`),
    );
  const refs = options.flatMap(({ misconception }, index) =>
    misconception === undefined ? [] : [{ path: [...at, 'options', index, 'misconception'], id: misconception }],
  );
  return [...nameless, ...checkKnown(yaml, refs, (id) => context.misconceptions.has(id), 'misconceptions.yaml')];
}

/** Items with the id of an earlier one, with their indexes. */
export function repeatedIn(items: readonly { readonly id: string }[]): readonly { id: string; index: number }[] {
  return items
    .map(({ id }, index) => ({ id, index }))
    .filter(({ id, index }) => items.findIndex((item) => item.id === id) < index);
}
