import { Text } from '@mantine/core';
import { StatusIcon } from './status-icon';
import styles from './act-error.module.css';

/** The error message next to the button of a failed action: what happened and what to do. */
export function ActError({ children }: { readonly children: string | null }) {
  return (
    <div role="alert" className={styles['place']}>
      {children ? (
        <Text component="p" m={0} size="sm" className={styles['words'] ?? ''}>
          <StatusIcon kind="attention" />
          <span>{children}</span>
        </Text>
      ) : null}
    </div>
  );
}
