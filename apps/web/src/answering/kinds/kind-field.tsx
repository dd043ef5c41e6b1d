import { type ComponentType, lazy } from 'react';
import type { ContentName, FieldProps } from './field';

type Field = ComponentType<FieldProps>;

const Nothing: Field = () => null;

/** The answer field of each kind. Every kind is a separate chunk, loaded on demand. */
const FIELDS: Readonly<Record<ContentName, Field>> = {
  ChoiceContent: lazy(async () => ({ default: (await import('./choice/choice-field')).ChoiceField })),
  NumericContent: lazy(async () => ({ default: (await import('./numeric/numeric-field')).NumericField })),
  PlotContent: lazy(async () => ({ default: (await import('./plot/plot-field')).PlotField })),
  OrderingContent: lazy(async () => ({ default: (await import('./ordering/ordering-field')).OrderingField })),
  ReadingContent: lazy(async () => ({ default: (await import('./reading/reading-field')).ReadingField })),
  TextContent: lazy(async () => ({ default: (await import('./text/text-field')).TextField })),
  ScenarioContent: lazy(async () => ({ default: (await import('./scenario/scenario-field')).ScenarioField })),
  DesignContent: lazy(async () => ({ default: (await import('./design/design-field')).DesignField })),
  // Code and model questions have a separate page.
  CodeContent: Nothing,
};

/** The answer field of one item of any kind. */
export function KindField(props: FieldProps) {
  const Field = FIELDS[props.item.content.__typename];
  return <Field {...props} />;
}
