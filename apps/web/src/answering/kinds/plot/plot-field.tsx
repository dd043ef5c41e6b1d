import { useAnnounce } from '@holdout/ui';
import { Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useMessages } from '../../../messages/messages';
import { contentOf, type ContentOf, detailOf, type DetailOf, type FieldProps } from '../field';
import { ChoicePartView } from '../shared/choice-part';
import { ChartView } from './chart';
import { ChartTable } from './chart-table';
import type { ReadableSpec } from './chart-spec';
import type { Chart, Pixel } from './draw-chart';
import { pickedPoint, ringsOf } from './picking';
import type { PlotDraft, Point } from './plot-draft';
import styles from './plot.module.css';
import { nameOfPoint, type PointPart, PointPartView } from './point-part';
import { isSamePoint, pointOfRow } from './points';

type Content = ContentOf<'PlotContent'>;
type Part = Content['parts'][number];
type Feedback = DetailOf<'PlotFeedback'>['parts'][number];

const EMPTY: PlotDraft = { kind: 'plot', points: {}, choices: {} };

type Asking = Extract<Part, { __typename: 'PointPart' }>;
const isPointPart = (part: Part): part is Asking => part.__typename === 'PointPart';

function feedbackOf<T extends Feedback['__typename']>(detail: DetailOf<'PlotFeedback'> | null, id: string, type: T) {
  const found = detail?.parts.find((one) => one.part === id);
  return found?.__typename === type ? (found as Extract<Feedback, { __typename: T }>) : null;
}

type View = {
  readonly content: Content;
  readonly detail: DetailOf<'PlotFeedback'> | null;
  readonly given: PlotDraft;
  /** Null if the answer can no longer be changed. */
  readonly onEdit: FieldProps['onEdit'] | null;
  /** The part that a click on the chart answers. */
  readonly active: Asking | null;
};

const useSpec = ({ spec }: Content) => useMemo(() => JSON.parse(spec) as ReadableSpec, [spec]);

const withPoint = (given: PlotDraft, part: PointPart, point: Point): PlotDraft => ({
  ...given,
  points: { ...given.points, [part.id]: point },
});

/** Applies a click to the part that it answers, and computes the rings. */
function usePicking({ content, detail, given, onEdit }: View, part: Asking, spec: ReadableSpec) {
  const words = useMessages().kinds.plot;
  const announce = useAnnounce();
  const point = given.points[part.id] ?? null;
  const feedback = feedbackOf(detail, part.id, 'PointFeedback');
  const rowOf = (row: number) => pointOfRow(content.table, part.fields, row);
  const pick = (next: Point | null) => {
    if (next !== null) onEdit?.(withPoint(given, part, next));
    announce(next === null ? words.nothingNear : words.picked(nameOfPoint(part.fields, next, words)));
  };
  return {
    isPicked: (row: number) => point !== null && isSamePoint(rowOf(row), point),
    pickRow: (row: number) => pick(rowOf(row)),
    pickPlace: (place: Pixel, chart: Chart) => pick(pickedPoint({ chart, spec, content, part }, place)),
    ringsIn: (chart: Chart) => ringsOf({ chart, spec, content, part, point, feedback }),
    hasRightRings: feedback !== null && part.pick === 'ROW',
  };
}

function Words({ alt }: { readonly alt: string }) {
  const words = useMessages().kinds.plot;
  return (
    <details>
      <summary className={styles['summary']}>{words.inWords}</summary>
      <Text>{alt}</Text>
    </details>
  );
}

/** The chart for a part that asks for a point. */
function PickedFigure({ part, ...view }: View & { readonly part: Asking }) {
  const words = useMessages().kinds.plot;
  const { content, onEdit } = view;
  const spec = useSpec(content);
  const { isPicked, pickRow, pickPlace, ringsIn, hasRightRings } = usePicking(view, part, spec);
  const isOpen = onEdit !== null;
  return (
    <Stack gap="sm">
      <ChartView spec={spec} alt={content.alt} ringsIn={ringsIn} onPick={isOpen ? pickPlace : null} />
      {hasRightRings ? (
        <Text size="sm" c="dimmed">
          {words.rings}
        </Text>
      ) : null}
      <Words alt={content.alt} />
      <ChartTable table={content.table} isPicked={isPicked} onPick={isOpen && part.pick === 'ROW' ? pickRow : null} />
    </Stack>
  );
}

const noRings = () => [];
const neverPicked = () => false;

function PlainFigure({ content }: Pick<View, 'content'>) {
  const spec = useSpec(content);
  return (
    <Stack gap="sm">
      <ChartView spec={spec} alt={content.alt} ringsIn={noRings} onPick={null} />
      <Words alt={content.alt} />
      <ChartTable table={content.table} isPicked={neverPicked} onPick={null} />
    </Stack>
  );
}

function PartOf({ part, choose, ...view }: View & { readonly part: Part; readonly choose: (id: string) => void }) {
  const { content, detail, given, onEdit, active } = view;
  const where = { place: content.parts.indexOf(part) + 1, of: content.parts.length };
  if (isPointPart(part)) {
    return (
      <PointPartView
        {...where}
        part={part}
        table={content.table}
        point={given.points[part.id] ?? null}
        onPoint={onEdit === null ? null : (point) => onEdit(withPoint(given, part, point))}
        feedback={feedbackOf(detail, part.id, 'PointFeedback')}
        onActivate={content.parts.filter(isPointPart).length > 1 ? () => choose(part.id) : null}
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

/** The chart with its alternative text and table, followed by each part: a point or a choice. */
export function PlotField({ item, draft, onEdit, isOpen }: FieldProps) {
  const content = contentOf(item, 'PlotContent');
  const [chosen, choose] = useState<string | null>(null);
  const asking = content.parts.filter(isPointPart);
  const view: View = {
    content,
    detail: detailOf(item, 'PlotFeedback'),
    given: draft?.kind === 'plot' ? draft : EMPTY,
    onEdit: isOpen ? onEdit : null,
    active: asking.find(({ id }) => id === chosen) ?? asking[0] ?? null,
  };
  return (
    <Stack gap="lg">
      {view.active === null ? <PlainFigure content={content} /> : <PickedFigure {...view} part={view.active} />}
      {content.parts.map((part) => (
        <PartOf key={part.id} {...view} part={part} choose={choose} />
      ))}
    </Stack>
  );
}
