import { Markdown } from '@holdout/ui';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { Messages } from '../../../messages/en';
import { useMessages } from '../../../messages/messages';
import { type Earned, PartFrame } from '../shared/choice-part';
import { readBack } from '../shared/read-back';
import type { Point } from './plot-draft';
import { type Column, distinctPoints, isSamePoint, type PlotTable, type Range } from './points';

export type PointPart = {
  readonly id: string;
  readonly ask: string;
  readonly points: number;
  readonly pick: 'ROW' | 'ANYWHERE';
  readonly fields: readonly Column[];
};
export type PointFeedback = Earned & {
  readonly why: string;
  readonly accepted: readonly Range[];
  readonly partial: readonly {
    readonly fields: readonly Range[];
    readonly share: number;
    readonly why: string | null;
  }[];
  readonly misconception: string | null;
};

type Props = {
  readonly part: PointPart;
  readonly place: number;
  readonly of: number;
  readonly table: PlotTable;
  readonly point: Point | null;
  /** Null if the answer can no longer be changed. */
  readonly onPoint: ((point: Point) => void) | null;
  readonly feedback: PointFeedback | null;
  /** If several parts ask for a point: makes this part the target of clicks on the chart. */
  readonly onActivate: (() => void) | null;
  readonly isActive: boolean;
};

const PERCENT = 100;

type Words = Messages['kinds']['plot'];

export const nameOfPoint = (fields: readonly Column[], point: Point, words: Words): string =>
  fields.map(({ field, title }) => words.value(title, point[field] ?? '')).join(', ');

/** For a single field the title is above the list, because a long title would push the value out of view. */
function wordsOfPoints(fields: readonly Column[], words: Words) {
  const [only, ...others] = fields;
  return only === undefined || others.length > 0
    ? { label: words.point, nameOf: (point: Point) => nameOfPoint(fields, point, words) }
    : { label: words.pointOf(only.title), nameOf: (point: Point) => point[only.field] ?? '' };
}

function RowChoice({ part, table, point, onPoint }: Props) {
  const words = useMessages().kinds.plot;
  const points = distinctPoints(table, part.fields);
  const { label, nameOf } = wordsOfPoints(part.fields, words);
  const chosen = points.findIndex((one) => point !== null && isSamePoint(one, point));
  if (onPoint === null) {
    const name = point === null ? words.noPoint : nameOf(point);
    return <TextInput label={label} value={name} readOnly />;
  }
  return (
    <NativeSelect
      label={label}
      description={words.clickRow}
      value={String(chosen)}
      onChange={(event) => {
        const next = points[Number(event.currentTarget.value)];
        if (next) onPoint(next);
      }}
      data={[
        { value: '-1', label: words.noPoint, disabled: true },
        ...points.map((one, index) => ({ value: String(index), label: nameOf(one) })),
      ]}
    />
  );
}

function Values({ part, point, onPoint }: Props) {
  const words = useMessages().kinds.plot;
  const numeric = useMessages().question.numeric;
  return (
    <Stack gap="sm">
      {onPoint === null ? null : (
        <Text size="sm" c="dimmed">
          {words.clickAnywhere}
        </Text>
      )}
      <Group gap="md" align="flex-start">
        {part.fields.map(({ field, title }) => (
          <TextInput
            key={field}
            label={title}
            value={point?.[field] ?? ''}
            readOnly={onPoint === null}
            autoComplete="off"
            description={readBack(numeric, point?.[field] ?? '', '', onPoint === null)}
            inputWrapperOrder={['label', 'input', 'description']}
            onChange={(event) => onPoint?.({ ...point, [field]: event.currentTarget.value })}
          />
        ))}
      </Group>
    </Stack>
  );
}

function placeWords(fields: readonly Column[], place: readonly Range[], words: Words): string {
  return place
    .map(({ field, values, low, high }) => {
      const title = fields.find((column) => column.field === field)?.title ?? field;
      return words.value(title, values?.join(words.or) ?? words.range(String(low), String(high)));
    })
    .join(words.and);
}

function Truth({ part, feedback }: { readonly part: PointPart; readonly feedback: PointFeedback }) {
  const words = useMessages().kinds.plot;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {words.accepted(placeWords(part.fields, feedback.accepted, words))}
      </Text>
      <Markdown size="meta">{feedback.why}</Markdown>
      {feedback.partial.map(({ fields, share, why }) => (
        <div key={JSON.stringify(fields)}>
          <Text size="sm">
            {words.share(placeWords(part.fields, fields, words), `${Math.round(share * PERCENT)} %`)}
          </Text>
          {why === null ? null : <Markdown size="meta">{why}</Markdown>}
        </div>
      ))}
      {feedback.misconception === null ? null : <Text size="sm">{words.suggests(feedback.misconception)}</Text>}
    </Stack>
  );
}

/** A part whose answer is a point: picked on the chart, in a list or in the table, or typed as values. */
export function PointPartView(props: Props) {
  const words = useMessages().kinds.plot;
  const { part, place, of, feedback, onActivate, isActive } = props;
  return (
    <PartFrame {...{ place, of, ask: part.ask, points: part.points, scored: feedback }}>
      {part.pick === 'ROW' ? <RowChoice {...props} /> : <Values {...props} />}
      {onActivate === null ? null : (
        <Button
          variant="default"
          size="compact-sm"
          aria-pressed={isActive}
          onClick={onActivate}
          style={{ alignSelf: 'flex-start' }}
        >
          {words.pick(place)}
        </Button>
      )}
      {feedback === null ? null : <Truth part={part} feedback={feedback} />}
    </PartFrame>
  );
}
