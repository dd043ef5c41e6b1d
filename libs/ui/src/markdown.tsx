import { lazy } from 'react';
import styles from './markdown.module.css';

const Renderer = lazy(async () => ({ default: (await import('./markdown-renderer')).MarkdownRenderer }));

type Props = {
  readonly children: string;
  /** The heading level of a `#` on this page. */
  readonly topHeading?: 2 | 3 | 4;
  /** `meta` for secondary text: reasons of options, licences. */
  readonly size?: 'text' | 'meta';
};

/**
 * Markdown from the bank, with formulas that the server has set. Raw HTML stays text. The renderer is
 * loaded on first use and suspends the surrounding pane, so that there is no layout shift.
 */
export function Markdown({ children, topHeading = 2, size = 'text' }: Props) {
  return (
    <div className={`${styles['markdown']} ${styles[size]}`}>
      {/* Another text is another tree: a translator has replaced the text nodes of this one. */}
      <Renderer key={children} text={children} topHeading={topHeading} />
    </div>
  );
}
