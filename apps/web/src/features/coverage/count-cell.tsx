import { Table } from '@mantine/core';
import styles from './coverage.module.css';

type Props = { readonly count: number; readonly isWide?: boolean };

/** One count of a grid: its number, tinted if above 0; a gap reads as 0. */
export function CountCell({ count, isWide = false }: Props) {
  const look = [styles['count'], count > 0 ? styles['filled'] : styles['none'], isWide ? styles['wide'] : ''];
  return <Table.Td className={look.join(' ')}>{count}</Table.Td>;
}
