import type { BundleOf, SourceFile } from '../../bundle';
import type { CodeCandidate, CodeSecret } from '../code/code-bundle';
import type { MetricSpec } from './metric-parameters';

export type ModelBundle = BundleOf<
  'model',
  CodeCandidate & {
    readonly metric: MetricSpec & { readonly pass: number; readonly stretch: number; readonly resample: string };
    /** Lines that must be kept besides the pass line; absent where there are none. */
    readonly guards?: readonly GuardShown[];
    /** Three runs, of which the median counts, and which may differ by so much; absent where there is one. */
    readonly runs?: { readonly count: 3; readonly maxSpread: number };
  },
  CodeSecret & { readonly baseline: SourceFile }
>;

export type GuardShown = MetricSpec & {
  readonly title: string;
  /** The worst value that is taken. */
  readonly limit: number;
  /** Of all rows when absent. */
  readonly slice?: string | undefined;
};
