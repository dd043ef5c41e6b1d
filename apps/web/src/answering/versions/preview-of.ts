import type { Messages } from '../../messages/en';
import type { Draft } from '../draft';

const MOST_CHARACTERS = 80;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
};

const sizeOf = (record: object): number => Object.keys(record).length;

/** One line that distinguishes a version in a list. */
export function previewOf(draft: Draft, { versions: words, question }: Messages): string {
  switch (draft.kind) {
    case 'choice':
      return words.chosen(draft.picked.length);
    case 'numeric':
    case 'text':
    case 'scenario':
      return shortened(draft.text);
    case 'ordering':
      return words.count(draft.steps.length, 'step');
    case 'plot':
      return words.count(sizeOf(draft.points) + sizeOf(draft.choices), 'answered part');
    case 'reading':
      return words.count(sizeOf(draft.lines) + sizeOf(draft.choices), 'answered part');
    case 'design':
      return shortened(Object.values(draft.blocks).join(' '));
    case 'code':
      return `${question.code.languages[draft.language]} · ${words.count(draft.source.split('\n').length, 'line')}`;
  }
}
