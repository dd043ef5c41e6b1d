import { lazy, type ReactNode, Suspense } from 'react';
import type { Draft } from '../draft';
import type { DraftState } from '../use-draft';

const VersionNotice = lazy(async () => ({ default: (await import('./version-views')).VersionNotice }));

/** Shows one version of the answer, not editable; `against` is the version beside it. */
export type ShowVersion = (draft: Draft, against: Draft | null) => ReactNode;

export type VersionsProps = { readonly state: DraftState; readonly show: ShowVersion };

/** Says that another page has another version of this answer, and offers to compare them. Nothing is dropped unseen. */
export function VersionStrip(props: VersionsProps) {
  const { other, setAside, takenOverAt } = props.state;
  if (other === null && setAside === null && takenOverAt === null) return null;
  return (
    <Suspense fallback={null}>
      <VersionNotice {...props} />
    </Suspense>
  );
}
