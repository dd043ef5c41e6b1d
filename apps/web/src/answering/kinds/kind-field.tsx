import { type ComponentType, lazy } from 'react';
import type { ContentName, FieldProps } from './field';

type Field = ComponentType<FieldProps>;

const Nothing: Field = () => null;

/** How each kind is answered on screen. Every kind is a chunk of its own, loaded where it is shown. */
const FIELDS: Readonly<Record<ContentName, Field>> = {
  ChoiceContent: lazy(async () => ({ default: (await import('./choice/choice-field')).ChoiceField })),
  NumericContent: lazy(async () => ({ default: (await import('./numeric/numeric-field')).NumericField })),
  PlotContent: lazy(async () => ({ default: (await import('./plot/plot-field')).PlotField })),
  OrderingContent: lazy(async () => ({ default: (await import('./ordering/ordering-field')).OrderingField })),
  ReadingContent: lazy(async () => ({ default: (await import('./reading/reading-field')).ReadingField })),
  TextContent: lazy(async () => ({ default: (await import('./text/text-field')).TextField })),
  ScenarioContent: lazy(async () => ({ default: (await import('./scenario/scenario-field')).ScenarioField })),
  DesignContent: lazy(async () => ({ default: (await import('./design/design-field')).DesignField })),
  // Code and models have a page of their own.
  CodeContent: Nothing,
};

/** The answer of one item, whatever its kind. */
export function KindField(props: FieldProps) {
  const Field = FIELDS[props.item.content.__typename];
  return <Field {...props} />;
}
