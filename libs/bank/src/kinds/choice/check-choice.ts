import type { BankIssue } from '../../bundle';
import type { ReadFile } from '../../question-folder';
import { checkOptions } from '../shared/check-options';
import type { ChoiceFile } from './choice-file';

/** The issues of a choice. */
export function checkChoice(read: ReadFile<ChoiceFile>): readonly BankIssue[] {
  return [...checkOptions(read.yaml.value, [], read), ...checkShow(read)];
}

function checkShow({ yaml }: ReadFile<ChoiceFile>): readonly BankIssue[] {
  const { options, show } = yaml.value;
  if (show === undefined) return [];
  const least = options.filter((option) => option.key).length + 1;
  if (show < least)
    return [yaml.issueAt(['show'], `show must be at least ${least}, for all keys and one wrong option`)];
  if (show > options.length)
    return [yaml.issueAt(['show'], `show is ${show}, but there are ${options.length} options`)];
  return [];
}
