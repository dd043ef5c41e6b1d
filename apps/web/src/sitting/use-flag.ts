import { useAnnounce } from '@holdout/ui';
import { useMessages } from '../messages/messages';
import { useAct } from '../platform/use-act';
import type { SittingItem } from './item-state';
import { FLAG_ITEM } from './sitting-query';

/** Flags an item or removes its flag. */
export function useFlag({ id, isFlagged }: SittingItem) {
  const words = useMessages().sitting;
  const announce = useAnnounce();
  const { act, failure } = useAct(FLAG_ITEM);
  const flag = async (): Promise<void> => {
    const done = await act({ input: { itemId: id, isFlagged: !isFlagged } });
    if (done?.flagItem.__typename === 'FlagItemSuccess') announce(isFlagged ? words.unflagged : words.flagged);
  };
  return { flag, failure };
}
