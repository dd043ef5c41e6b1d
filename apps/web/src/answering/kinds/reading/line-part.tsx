import { Markdown } from '@holdout/ui';
import { Button, Stack, Text } from '@mantine/core';
import { useMessages } from '../../../messages/messages';
import { type Earned, PartFrame } from '../shared/choice-part';

type LineFeedback = Earned & {
  readonly why: string;
  readonly acceptedLines: readonly number[];
  readonly partial: readonly {
    readonly lines: readonly number[];
    readonly share: number;
    readonly why: string | null;
  }[];
  readonly misconceptions: readonly string[];
};

type Props = {
  readonly part: { readonly ask: string; readonly points: number; readonly mark: 'ONE' | 'ALL' };
  readonly place: number;
  readonly of: number;
  readonly marked: readonly number[];
  readonly feedback: LineFeedback | null;
  /** If several parts ask for lines: makes this part the target of marking. */
  readonly onActivate: (() => void) | null;
  readonly isActive: boolean;
};

const PERCENT = 100;

function Truth({ feedback }: { readonly feedback: LineFeedback }) {
  const words = useMessages().kinds.reading;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {words.accepted(words.lines(feedback.acceptedLines))}
      </Text>
      <Markdown size="meta">{feedback.why}</Markdown>
      {feedback.partial.map(({ lines, share, why }) => (
        <div key={lines.join()}>
          <Text size="sm">{words.share(words.lines(lines), `${Math.round(share * PERCENT)} %`)}</Text>
          {why === null ? null : <Markdown size="meta">{why}</Markdown>}
        </div>
      ))}
      {feedback.misconceptions.map((one) => (
        <Text key={one} size="sm">
          {words.suggests(one)}
        </Text>
      ))}
    </Stack>
  );
}

/** A part that is answered by marking lines in the code above. */
export function LinePartView({ part, place, of, marked, feedback, onActivate, isActive }: Props) {
  const words = useMessages().kinds.reading;
  return (
    <PartFrame {...{ place, of, ask: part.ask, points: part.points, scored: feedback }}>
      {feedback === null ? (
        <Text size="sm" c="dimmed">
          {part.mark === 'ONE' ? words.one : words.all}
        </Text>
      ) : null}
      <Text size="sm">{marked.length === 0 ? words.none : words.marked(words.lines(marked))}</Text>
      {onActivate === null ? null : (
        <Button
          variant="default"
          size="compact-sm"
          aria-pressed={isActive}
          onClick={onActivate}
          style={{ alignSelf: 'flex-start' }}
        >
          {words.mark(place)}
        </Button>
      )}
      {feedback === null ? null : <Truth feedback={feedback} />}
    </PartFrame>
  );
}
