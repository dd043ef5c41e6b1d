import { Button, Drawer } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import styles from './catalogue-page.module.css';
import type { Domains } from './chip-name';
import { FilterForm } from './filter-form';
import type { CatalogueAddress } from './use-catalogue-address';

type Props = {
  readonly domains: Domains;
  readonly address: CatalogueAddress;
  readonly totalCount: number;
  readonly onClose: () => void;
};

/** The filter drawer of narrow screens, with the number of matching questions. */
export function FilterDrawer({ domains, address, totalCount, onClose }: Props) {
  const messages = useMessages();
  const words = messages.catalogue;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="85%"
      title={words.filters}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <FilterForm domains={domains} address={address} />
      <div className={styles['show']}>
        <Button fullWidth onClick={onClose}>
          {words.show(totalCount)}
        </Button>
      </div>
    </Drawer>
  );
}
