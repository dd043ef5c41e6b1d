import type { Taken } from './attempt-query';
import { CallButton } from './messages/call-button';
import { MessagesStrip } from './messages/messages-strip';
import { useIsNarrow } from './use-is-narrow';

type Props = { readonly taken: Taken; readonly rules: Pick<NonNullable<Taken['assessment']>, 'organizationName'> };

/** In a preview and in the trial there is nobody to call. */
const isWatched = ({ taken }: Props): boolean => taken.preview === null && !taken.isTrial;

/** Opens the call for help: in the bar; on a narrow screen, where the bar is full, above the item. */
export function Call({ within, ...props }: Props & { readonly within: 'bar' | 'page' }) {
  const isHere = useIsNarrow() === (within === 'page');
  if (!isHere || !isWatched(props)) return null;
  return <CallButton />;
}

/** What members have written to the candidate. */
export function Messages(props: Props) {
  if (!isWatched(props)) return null;
  return <MessagesStrip attemptId={props.taken.id} organization={props.rules.organizationName} />;
}
