import { useEffect, useEffectEvent } from 'react';
import { useSavers, SaversProvider } from '../../answering/savers-provider';

type Props = { readonly items: readonly { readonly id: string }[]; readonly onSent: () => void };

function Sending({ items, onSent }: Props) {
  const savers = useSavers();
  const send = useEffectEvent(async () => {
    const left = items.map(({ id }) => savers.of({ id, response: null }));
    if (!left.some((saver) => saver.hasUnsent)) return;
    for (const { id } of items) savers.resume({ id, response: null });
    await savers.settleAll();
    onSent();
  });
  // The server and the device's store are outside React.
  useEffect(() => void send(), [savers]);
  return null;
}

/**
 * Sends what is left on this device of an assessment that has ended, for example because the network was away: the server keeps
 * it, although it no longer counts.
 */
export function SendLeft(props: Props) {
  return (
    <SaversProvider>
      <Sending {...props} />
    </SaversProvider>
  );
}
