import { lazy } from 'react';
import styles from './markdown.module.css';

const Renderer = lazy(async () => ({ default: (await import('./markdown-renderer')).MarkdownRenderer }));

type Props = {
  readonly children: string;
  /** The level that a `#` of the text gets on this page. */
  readonly topHeading?: 2 | 3 | 4;
  /** `meta` for text beside the point: options' reasons, licences. */
  readonly size?: 'text' | 'meta';
};

/**
 * Markdown of the bank, its formulas set by the server as MathML. Raw HTML in it stays text. The renderer loads on first
 * use and suspends the pane around, so that the text appears whole and nothing shifts.
 */
export function Markdown({ children, topHeading = 2, size = 'text' }: Props) {
  return (
    <div className={`${styles['markdown']} ${styles[size]}`}>
      <Renderer text={children} topHeading={topHeading} />
    </div>
  );
}
