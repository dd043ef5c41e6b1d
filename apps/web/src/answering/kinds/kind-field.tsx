import { type ComponentType, lazy } from 'react';
import type { ContentName, FieldProps } from './field';

type Field = ComponentType<FieldProps>;

const Nothing: Field = () => null;

type Load = () => Promise<{ readonly default: Field }>;

/** Every kind is a separate chunk, loaded on demand. */
const LOADS: Readonly<Record<ContentName, Load>> = {
  ChoiceContent: async () => ({ default: (await import('./choice/choice-field')).ChoiceField }),
  NumericContent: async () => ({ default: (await import('./numeric/numeric-field')).NumericField }),
  PlotContent: async () => ({ default: (await import('./plot/plot-field')).PlotField }),
  OrderingContent: async () => ({ default: (await import('./ordering/ordering-field')).OrderingField }),
  ReadingContent: async () => ({ default: (await import('./reading/reading-field')).ReadingField }),
  TextContent: async () => ({ default: (await import('./text/text-field')).TextField }),
  ScenarioContent: async () => ({ default: (await import('./scenario/scenario-field')).ScenarioField }),
  DesignContent: async () => ({ default: (await import('./design/design-field')).DesignField }),
  // Code and model questions have a separate page.
  CodeContent: () => Promise.resolve({ default: Nothing }),
};

const FIELDS: Readonly<Record<ContentName, Field>> = {
  ChoiceContent: lazy(LOADS.ChoiceContent),
  NumericContent: lazy(LOADS.NumericContent),
  PlotContent: lazy(LOADS.PlotContent),
  OrderingContent: lazy(LOADS.OrderingContent),
  ReadingContent: lazy(LOADS.ReadingContent),
  TextContent: lazy(LOADS.TextContent),
  ScenarioContent: lazy(LOADS.ScenarioContent),
  DesignContent: lazy(LOADS.DesignContent),
  CodeContent: Nothing,
};

/** Loads the field of a kind before it is shown, while there is a network. */
export async function fetchField(name: ContentName): Promise<void> {
  await LOADS[name]();
  if (name === 'PlotContent') await import('./plot/draw-chart');
  if (name === 'DesignContent') await Promise.all([import('./design/canvas'), import('./design/scene-picture')]);
}

/** The answer field of one item of any kind. */
export function KindField(props: FieldProps) {
  const Field = FIELDS[props.item.content.__typename];
  return <Field {...props} />;
}
