import type { Messages } from '../../messages/en';
import type { Draft } from '../draft';

const MOST_CHARACTERS = 80;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
};

const count = (record: object): number => Object.keys(record).length;

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
      return words.steps(draft.steps.length);
    case 'plot':
      return words.parts(count(draft.points) + count(draft.choices));
    case 'reading':
      return words.parts(count(draft.lines) + count(draft.choices));
    case 'design':
      return shortened(Object.values(draft.blocks).join(' '));
    case 'code':
      return `${question.code.languages[draft.language]} · ${words.lines(draft.source.split('\n').length)}`;
  }
}
