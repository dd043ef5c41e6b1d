import { EmptyState } from '@holdout/ui';
import { Button } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useMessages } from '../../messages/messages';

const AGAIN_MS = 5000;

/** The question's variants or cases do not exist yet; states whether waiting helps. */
export function NotReady({ isOnItsWay, onRetry }: { readonly isOnItsWay: boolean; readonly onRetry: () => void }) {
  const words = useMessages().question.notReady;
  useInterval(() => isOnItsWay && onRetry(), AGAIN_MS, { autoInvoke: true });
  return (
    <EmptyState
      title={words.title}
      detail={isOnItsWay ? words.onItsWay : words.failed}
      action={
        <Button variant="default" onClick={onRetry}>
          {words.retry}
        </Button>
      }
    />
  );
}
