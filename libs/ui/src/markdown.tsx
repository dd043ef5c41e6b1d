import { lazy } from 'react';
import styles from './markdown.module.css';

const Plain = lazy(async () => ({ default: (await import('./markdown-plain')).MarkdownPlain }));
const WithMaths = lazy(async () => ({ default: (await import('./markdown-maths')).MarkdownMaths }));

const MATHS = /\$[^$]+\$/;

type Props = {
  readonly children: string;
  /** The level that a `#` of the text gets on this page. */
  readonly topHeading?: 2 | 3 | 4;
  /** `meta` for text beside the point: options' reasons, licences. */
  readonly size?: 'text' | 'meta';
};

/**
 * Markdown of the bank. Raw HTML in it stays text. Its renderer, and KaTeX where there are maths, load on first use and
 * suspend the pane around, so that the text appears whole and nothing shifts.
 */
export function Markdown({ children, topHeading = 2, size = 'text' }: Props) {
  const Renderer = MATHS.test(children) ? WithMaths : Plain;
  return (
    <div className={`${styles['markdown']} ${styles[size]}`}>
      <Renderer text={children} topHeading={topHeading} />
    </div>
  );
}
