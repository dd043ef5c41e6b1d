import type { BankIssue } from '../../bundle';
import { checkKnown, type ReadFile } from '../../question-folder';
import { repeatedIn } from '../shared/check-options';
import { checkRubric } from '../shared/rubric';
import type { DesignFile } from './design-file';

/** The issues of a design. */
export function checkDesign(read: ReadFile<DesignFile>): readonly BankIssue[] {
  const { yaml, context } = read;
  const { blocks, numbers, rubric } = yaml.value;
  const isBlock = (id: string): boolean => blocks.some((block) => block.id === id);
  const blockRefs = [
    ...numbers.map(({ block: id }, index) => ({ path: ['numbers', index, 'block'], id })),
    ...rubric.map(({ block: id }, index) => ({ path: ['rubric', index, 'block'], id })),
  ];
  const beliefs = numbers.flatMap(({ wrong }, index) =>
    wrong.map(({ misconception: id }, place) => ({ path: ['numbers', index, 'wrong', place, 'misconception'], id })),
  );
  return [
    ...twice('blocks', 'block', read),
    ...twice('numbers', 'number', read),
    ...checkKnown(yaml, blockRefs, isBlock, 'blocks'),
    ...checkKnown(yaml, beliefs, (id) => context.misconceptions.has(id), 'misconceptions.yaml'),
    ...checkNumbers(read),
    ...checkRubric(read),
  ];
}

function twice(list: 'blocks' | 'numbers', what: string, { yaml }: ReadFile<DesignFile>): readonly BankIssue[] {
  return repeatedIn(yaml.value[list]).map(({ id, index }) =>
    yaml.issueAt([list, index, 'id'], `the ${what} id "${id}" is used twice; use distinct ids`),
  );
}

/** A wrong value within twice the tolerance of the answer does not identify a misconception. */
function checkNumbers({ yaml }: ReadFile<DesignFile>): readonly BankIssue[] {
  return yaml.value.numbers.flatMap(({ answer, absTol, relTol, wrong }, index) => {
    const edge = 2 * Math.max(absTol, relTol * Math.abs(answer));
    return wrong.flatMap(({ value }, place) =>
      Math.abs(value - answer) > edge
        ? []
        : [yaml.issueAt(['numbers', index, 'wrong', place], 'this value is within twice the tolerance of the answer')],
    );
  });
}
