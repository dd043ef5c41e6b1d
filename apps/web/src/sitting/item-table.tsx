import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import { useMessages } from '../messages/messages';
import { itemSign, type SittingItem, stateWords } from './item-state';
import styles from './sitting-frame.module.css';
import type { OpenItem } from './sitting-item';

type Props = {
  readonly items: readonly (SittingItem & Pick<OpenItem, 'kind'>)[];
  /** Null where an item can no longer be opened. */
  readonly addressOf: ((position: number) => string) | null;
};

/** Before submitting: answered, flagged and empty items, each with a link. */
export function ItemTable({ items, addressOf }: Props) {
  const { sitting, names } = useMessages();
  const nameOf = ({ position, kind }: Props['items'][number]) => sitting.itemTitle(position, names.kinds[kind]);
  return (
    <Table stickyHeader={false}>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Th scope="row" fw={400}>
              {addressOf === null ? (
                nameOf(item)
              ) : (
                <Anchor component={Link} to={addressOf(item.position)} size="sm" fw={400}>
                  {nameOf(item)}
                </Anchor>
              )}
            </Table.Th>
            <Table.Td className={styles['state'] ?? ''}>
              <span aria-hidden="true">{itemSign(item, false)}</span> <span>{stateWords(sitting.states, item)}</span>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
