import { type ComponentProps, lazy } from 'react';
import type { Components } from 'react-markdown';
import { FORMULA_MARK } from './formula-mark';

const Formula = lazy(async () => ({ default: (await import('./formula')).Formula }));

type Level = 2 | 3 | 4 | 5 | 6;

const lower = (top: number, depth: number): `h${Level}` => `h${Math.min(6, top + depth) as Level}`;

function headings(top: number): Components {
  const at = (depth: number) => {
    const Heading = lower(top, depth);
    return ({ children }: ComponentProps<'h2'>) => <Heading>{children}</Heading>;
  };
  return { h1: at(0), h2: at(1), h3: at(2), h4: at(3), h5: at(4), h6: at(5) };
}

const isOutside = (href: string | undefined) => href !== undefined && /^https?:/.test(href);

const shared: Components = {
  a: ({ href, children }) =>
    isOutside(href) ? (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    ) : (
      <a href={href}>{children}</a>
    ),
  code: ({ children, className }) =>
    typeof children === 'string' && children.startsWith(FORMULA_MARK) ? (
      <Formula code={children} />
    ) : (
      <code className={className}>{children}</code>
    ),
  // A horizontally scrollable element must be focusable by keyboard.
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => (
    <div data-scroll tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
};

const byTop: Readonly<Record<2 | 3 | 4, Components>> = {
  2: { ...shared, ...headings(2) },
  3: { ...shared, ...headings(3) },
  4: { ...shared, ...headings(4) },
};

/** Markdown elements for a page: headings below the page's own, scrollable tables and code. */
export function componentsFor(topHeading: 2 | 3 | 4): Components {
  return byTop[topHeading];
}
