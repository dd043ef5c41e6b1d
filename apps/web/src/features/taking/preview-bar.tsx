import { lazy, Suspense } from 'react';
import type { RunningPreview, Taken } from './attempt-query';

const PreviewStrip = lazy(async () => ({ default: (await import('./preview-strip')).PreviewStrip }));

type Props = Pick<Taken, 'preview'> & {
  /** Null once it has ended. */
  readonly running: RunningPreview | null;
};

/** Above a member's preview; nothing for a candidate. */
export function PreviewBar({ preview, running }: Props) {
  if (preview === null) return null;
  return (
    <Suspense fallback={null}>
      <PreviewStrip {...preview} running={running} />
    </Suspense>
  );
}
