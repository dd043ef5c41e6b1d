import { useNetwork } from '@mantine/hooks';
import { useMessages } from '../messages/messages';
import styles from './offline-strip.module.css';

/** Reports that the device is offline, and what is saved. */
export function OfflineStrip() {
  const words = useMessages().shell;
  const { online } = useNetwork();
  return <div role="status">{online ? null : <p className={styles['strip']}>{words.offline}</p>}</div>;
}
