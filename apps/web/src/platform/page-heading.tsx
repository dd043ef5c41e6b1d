import { Title, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../messages/messages';

type Props = {
  /** The title of the browser tab, and the `h1` unless `children` replaces it. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly isHidden?: boolean;
  /** For a heading that replaces another one at the same address, as after a form was sent: takes the focus in any case. */
  readonly isFocused?: boolean;
};

const FIRST_PAGE = 'default';

/** The only `h1` of a page. Sets the tab's title, and takes the focus after navigation within the site. */
export function PageHeading({ title, children, isHidden = false, isFocused = false }: Props) {
  const words = useMessages().shell;
  const { pathname, key } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(!isFocused && key === FIRST_PAGE);
  // Focus is outside React: without this, it stays on the removed link.
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [pathname]);
  const h1 = (
    <Title order={1} ref={heading} tabIndex={-1}>
      {children ?? title}
    </Title>
  );
  return (
    <>
      <title>{words.tab(title)}</title>
      {isHidden ? <VisuallyHidden>{h1}</VisuallyHidden> : h1}
    </>
  );
}
