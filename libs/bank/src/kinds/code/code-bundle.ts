import type { BundleOf, DatasetShown, SourceFile } from '../../bundle';
import type { Language, PythonPackages, SqlDialect } from '../../languages';
import type { Compare } from './code-file';

export type CodeBundle = BundleOf<
  'code',
  CodeCandidate & { readonly groups: readonly GroupShown[] },
  CodeSecret & { readonly schema: string | null; readonly compare: Compare }
>;

export type GroupShown = {
  readonly name: string;
  readonly title: string;
  readonly points: number;
  readonly hint: string | null;
};

export type CodeCandidate = {
  readonly datasets: readonly DatasetShown[];
  readonly languages: Readonly<Partial<Record<Language, LanguageShown>>>;
  /** What an answer may not do; absent if nothing is forbidden. */
  readonly forbid?: { readonly mutation: boolean; readonly imports: readonly string[] };
  /** SQL only: the statements that create the tables, so that the page can draw the schema. */
  readonly schema?: string;
};

export type LanguageShown = {
  readonly entry: string | null;
  readonly starter: string;
  readonly cpuSeconds: number;
  readonly memoryMb: number;
  /** Python: `data` when absent. */
  readonly packages?: PythonPackages;
  /** SQL: `postgresql` when absent. */
  readonly dialect?: SqlDialect;
  /** SQL: false when absent. */
  readonly mayWrite?: boolean;
};

export type CodeSecret = {
  /** The generator; see `cases.make` and `data.make` of the question file. */
  readonly make: SourceFile;
  /** Datasets with their files by name, each in an npm package; resolved when a box with the author's root is created. */
  readonly datasets: readonly {
    readonly id: string;
    readonly files: Readonly<Record<string, { readonly package: string; readonly path: string }>>;
    /** Simulated data: the source of the module that the generator imports by the id. */
    readonly simulator?: string;
  }[];
  readonly solutions: Readonly<Partial<Record<Language, SourceFile>>>;
};
