import { Title, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../messages/messages';

type Props = {
  /** The page's name in the browser's tab, and its h1 unless `children` says otherwise. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly isHidden?: boolean;
};

const FIRST_PAGE = 'default';

/** The one h1 of a page. Names the tab, and takes the focus after navigation within the site. */
export function PageHeading({ title, children, isHidden = false }: Props) {
  const words = useMessages().shell;
  const { pathname, key } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(key === FIRST_PAGE);
  // Focus belongs to the browser: without this, a keyboard stays on the link that is gone.
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
