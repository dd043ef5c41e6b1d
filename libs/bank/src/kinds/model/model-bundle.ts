import type { BundleOf, SourceFile } from '../../bundle';
import type { CodeCandidate, CodeSecret } from '../code/code-bundle';
import type { MetricSpec } from './metric-parameters';

export type ModelBundle = BundleOf<
  'model',
  CodeCandidate & {
    readonly metric: MetricSpec & { readonly pass: number; readonly stretch: number; readonly resample: string };
    /** Limits that must be met in addition to the pass line; absent if there are none. */
    readonly guards?: readonly GuardShown[];
    /** Three runs, whose median counts and whose range may be at most `maxSpread`; absent for one run. */
    readonly runs?: { readonly count: 3; readonly maxSpread: number };
  },
  CodeSecret & { readonly baseline: SourceFile }
>;

export type GuardShown = MetricSpec & {
  readonly title: string;
  /** The worst accepted value. */
  readonly limit: number;
  /** All rows if absent. */
  readonly slice?: string | undefined;
};
