import { lazy, Suspense } from 'react';
import type { VersionsProps } from './show-version';

/** Loads what shows other versions of an answer before it is needed, while there is a network. */
export const fetchVersionViews = () => import('./version-views');

const VersionNotice = lazy(async () => ({ default: (await fetchVersionViews()).VersionNotice }));

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
