import { nounFor } from '../counted';

export const reading = {
  code: 'The code, line by line',
  line: (n: number) => `Line ${n}`,
  one: 'Mark one line: click it, or move to it with the arrow keys and press Space.',
  all: 'Mark every line that applies: click it, or move to it with the arrow keys and press Space. A wrong line takes away as much as a right one earns.',
  marking: (n: number) => `Marking for part ${n}`,
  mark: (n: number) => `Mark lines for part ${n}`,
  none: 'No line marked.',
  marked: (lines: string) => `Marked: ${lines}`,
  lines: (lines: readonly number[]) => `${nounFor(lines.length, 'line')} ${lines.join(', ')}`,
  accepted: (lines: string) => `Right: ${lines}`,
  share: (lines: string, percent: string) => `${lines}: ${percent} of the points`,
  isRight: 'Right line',
  isWrong: 'Not this line',
  suggests: (misconception: string) => `Marking it suggests: ${misconception}`,
};
