import { Link } from 'react-router';
import { useMessages } from '../messages/messages';
import { itemSign, stateWords } from './item-state';
import type { QuizItem } from '../features/quiz/quiz-query';
import styles from '../features/quiz/quiz.module.css';

type Props = { readonly items: readonly QuizItem[]; readonly here: number | null };

/** Every item of the quiz with its state; a link to each. */
export function ItemStrip({ items, here }: Props) {
  const words = useMessages().quiz;
  return (
    <nav aria-label={words.items}>
      <ol className={styles['strip']}>
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to={`?item=${item.position}`}
              className={styles['stripLink'] ?? ''}
              aria-current={item.position === here ? 'step' : undefined}
              aria-label={words.itemLabel(item.position, items.length, stateWords(words.states, item))}
            >
              {item.position}
              <span aria-hidden="true">{itemSign(item, item.position === here)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
