import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useMessages } from '../../messages/messages';
import type { DraftState } from '../use-draft';
import type { ShowVersion } from './show-version';

const HistoryDrawer = lazy(async () => ({ default: (await import('./version-views')).HistoryDrawer }));

type Props = { readonly itemId: string; readonly state: DraftState; readonly show: ShowVersion };

/** Beside the save label: opens the earlier versions of the answer, once there is one. */
export function HistoryButton(props: Props) {
  const words = useMessages().versions;
  const [isOpen, drawer] = useDisclosure(false);
  if (props.state.base === 0) return null;
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" data-flush onClick={drawer.open}>
        {words.history}
      </Button>
      <Suspense fallback={null}>{isOpen ? <HistoryDrawer {...props} onClose={drawer.close} /> : null}</Suspense>
    </>
  );
}
