import type { ReactNode } from 'react';
import type { Draft } from '../draft';
import type { DraftState } from '../use-draft';

/** Shows one version of the answer, not editable; `against` is the version beside it. */
export type ShowVersion = (draft: Draft, against: Draft | null) => ReactNode;

export type VersionsProps = { readonly state: DraftState; readonly show: ShowVersion };
