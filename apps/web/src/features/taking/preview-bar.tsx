import { lazy, Suspense } from 'react';
import type { Taken } from './attempt-query';

const PreviewStrip = lazy(async () => ({ default: (await import('./preview-strip')).PreviewStrip }));

/** Above a member's preview; nothing for a candidate. */
export function PreviewBar({ preview }: Pick<Taken, 'preview'>) {
  if (preview === null) return null;
  return (
    <Suspense fallback={null}>
      <PreviewStrip {...preview} />
    </Suspense>
  );
}
