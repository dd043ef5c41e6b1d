import { Link } from 'react-router';
import { useMessages } from '../messages/messages';
import { itemSign, type SittingItem, stateWords } from './item-state';
import styles from './sitting.module.css';

type Props = {
  readonly items: readonly SittingItem[];
  /** The current position; null for none. */
  readonly here: number | null;
  readonly addressOf: (position: number) => string;
  /** How many items there are, if not all are among `items` yet. */
  readonly count?: number;
};

/** Every item of the set with its state, each a link. */
export function ItemStrip({ items, here, addressOf, count = items.length }: Props) {
  const words = useMessages().sitting;
  return (
    <nav aria-label={words.items}>
      <ol className={styles['strip']}>
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to={addressOf(item.position)}
              className={styles['stripLink'] ?? ''}
              aria-current={item.position === here ? 'step' : undefined}
              aria-label={words.itemLabel(item.position, count, stateWords(words.states, item))}
            >
              <span>{item.position}</span>
              <span aria-hidden="true">{itemSign(item, item.position === here)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
