import { Markdown } from '@holdout/ui';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../messages/messages';
import { contentOf, type ContentOf, detailOf, type DetailOf, type FieldProps } from '../field';
import { ChoicePartView } from '../shared/choice-part';
import { LineList } from './line-list';
import { LinePartView } from './line-part';
import type { ReadingDraft } from './reading-draft';

type Content = ContentOf<'ReadingContent'>;
type Part = Content['parts'][number];
type LinePart = Extract<Part, { __typename: 'LinePart' }>;
type Feedback = DetailOf<'ReadingFeedback'>['parts'][number];

const EMPTY: ReadingDraft = { kind: 'reading', lines: {}, choices: {} };

const isLinePart = (part: Part | undefined): part is LinePart => part?.__typename === 'LinePart';

function toggled({ mark }: LinePart, marked: readonly number[], line: number): readonly number[] {
  if (marked.includes(line)) return marked.filter((one) => one !== line);
  return mark === 'ONE' ? [line] : [...marked, line].sort((a, b) => a - b);
}

/** The feedback of one part, narrowed to its type. */
function feedbackOf<T extends Feedback['__typename']>(detail: DetailOf<'ReadingFeedback'> | null, id: string, type: T) {
  const found = detail?.parts.find((one) => one.part === id);
  return found?.__typename === type ? (found as Extract<Feedback, { __typename: T }>) : null;
}

/** The part that marking applies to: the chosen one, else the first that asks for lines. */
function useActivePart({ parts }: Content) {
  const [chosen, choose] = useState<string | null>(null);
  const asking = parts.filter(isLinePart);
  return { active: asking.find(({ id }) => id === chosen) ?? asking[0] ?? null, choose };
}

type View = {
  readonly content: Content;
  readonly detail: DetailOf<'ReadingFeedback'> | null;
  readonly given: ReadingDraft;
  /** Null if the answer can no longer be changed. */
  readonly onEdit: FieldProps['onEdit'] | null;
};

const markedIn = ({ lines }: ReadingDraft, part: LinePart) => lines[part.id] ?? [];

function Listing({ content, detail, given, onEdit, active }: View & { readonly active: LinePart | null }) {
  const words = useMessages().kinds.reading;
  const code = { lines: content.lines, language: content.language };
  if (active === null) {
    return <LineList {...code} label={words.code} marked={[]} onMark={null} accepted={null} />;
  }
  const marked = markedIn(given, active);
  const onMark = (line: number) =>
    onEdit?.({ ...given, lines: { ...given.lines, [active.id]: toggled(active, marked, line) } });
  const asksTwice = content.parts.filter(isLinePart).length > 1;
  return (
    <LineList
      {...code}
      label={asksTwice ? `${words.code}. ${words.marking(content.parts.indexOf(active) + 1)}` : words.code}
      marked={marked}
      onMark={onEdit === null ? null : onMark}
      accepted={feedbackOf(detail, active.id, 'LineFeedback')?.acceptedLines ?? null}
    />
  );
}

type PartProps = View & {
  readonly part: Part;
  readonly active: LinePart | null;
  readonly choose: (id: string) => void;
};

function PartOf({ content, detail, given, onEdit, part, active, choose }: PartProps) {
  const where = { place: content.parts.indexOf(part) + 1, of: content.parts.length };
  if (isLinePart(part)) {
    const asksTwice = content.parts.filter(isLinePart).length > 1;
    return (
      <LinePartView
        {...where}
        part={part}
        marked={markedIn(given, part)}
        feedback={feedbackOf(detail, part.id, 'LineFeedback')}
        onActivate={asksTwice ? () => choose(part.id) : null}
        isActive={part === active}
      />
    );
  }
  return (
    <ChoicePartView
      {...where}
      part={part}
      picked={given.choices[part.id] ?? []}
      onPick={(picked) => onEdit?.({ ...given, choices: { ...given.choices, [part.id]: picked } })}
      feedback={feedbackOf(detail, part.id, 'ChoicePartFeedback')}
      isOpen={onEdit !== null}
    />
  );
}

/** The code, followed by each part: lines to mark, or a choice. */
export function ReadingField({ item, draft, onEdit, isOpen }: FieldProps) {
  const content = contentOf(item, 'ReadingContent');
  const { active, choose } = useActivePart(content);
  const view: View = {
    content,
    detail: detailOf(item, 'ReadingFeedback'),
    given: draft?.kind === 'reading' ? draft : EMPTY,
    onEdit: isOpen ? onEdit : null,
  };
  return (
    <Stack gap="lg">
      {content.context === null ? null : <Markdown>{content.context}</Markdown>}
      <Listing {...view} active={active} />
      {content.parts.map((part) => (
        <PartOf key={part.id} {...view} part={part} active={active} choose={choose} />
      ))}
    </Stack>
  );
}
