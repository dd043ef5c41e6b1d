import type { CodeBundle, ModelBundle } from '@holdout/bank';
import type { MaterializedCalls, MaterializedData, MaterializedModel, MaterializedQueries } from './job';

/** The question version and the cases that a submission is run on. */
export type Material = {
  readonly bundle: CodeBundle | ModelBundle;
  readonly data: MaterializedData;
  /** SHA-256 of the canonical JSON of `data`, in hex; seeds the bootstrap, so that a report is reproducible. */
  readonly dataHash: string;
};

export type Exercise =
  | { readonly kind: 'calls'; readonly bundle: CodeBundle; readonly data: MaterializedCalls }
  | { readonly kind: 'queries'; readonly bundle: CodeBundle; readonly data: MaterializedQueries }
  | { readonly kind: 'model'; readonly bundle: ModelBundle; readonly data: MaterializedModel };

/** The bundle and its data as one union by kind. Throws if their kinds do not match, which is a bug of ours. */
export function exerciseOf({ bundle, data }: Material): Exercise {
  if (bundle.kind === 'model' && data.kind === 'model') return { kind: 'model', bundle, data };
  if (bundle.kind === 'code' && data.kind === 'calls') return { kind: 'calls', bundle, data };
  if (bundle.kind === 'code' && data.kind === 'queries') return { kind: 'queries', bundle, data };
  throw new Error(`${bundle.id} is of kind ${bundle.kind}, its data of kind ${data.kind}`);
}
