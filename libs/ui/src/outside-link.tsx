import { Anchor, type AnchorProps, VisuallyHidden } from '@mantine/core';
import { useUiMessages } from './ui-messages';

type Props = AnchorProps & { readonly href: string; readonly children: string };

/** A link that leaves the site: opens a new tab and says so. */
export function OutsideLink({ href, children, ...rest }: Props) {
  const words = useUiMessages();
  return (
    <Anchor {...rest} href={href} target="_blank" rel="noreferrer">
      <span>{children}</span>
      <VisuallyHidden>{words.opensOutside}</VisuallyHidden>
    </Anchor>
  );
}
