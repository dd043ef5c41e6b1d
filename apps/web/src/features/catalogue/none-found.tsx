import { useApolloClient } from '@apollo/client/react';
import { EmptyState } from '@holdout/ui';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/messages';
import { type Chip, filterOf, withoutChip } from './catalogue-filter';
import { CATALOGUE } from './catalogue-query';
import { chipName, type Domains } from './chip-name';
import type { CatalogueAddress } from './use-catalogue-address';

type Cause = { readonly chip: Chip; readonly count: number };

/** The filter whose removal finds the most questions; null while loading, or if no single removal finds any. */
function useCause({ search, chips }: CatalogueAddress): Cause | null {
  const client = useApolloClient();
  const [cause, setCause] = useState<Cause | null>(null);
  // Asks the API, which is outside React, for the count without each filter.
  useEffect(() => {
    let isCurrent = true;
    const countWithout = async (chip: Chip): Promise<Cause> => {
      const filter = filterOf(withoutChip(search, chip));
      const { data } = await client.query({
        query: CATALOGUE,
        variables: { first: 1, filter },
        fetchPolicy: 'no-cache',
      });
      return { chip, count: data?.questions.totalCount ?? 0 };
    };
    Promise.all(chips.map(countWithout)).then(
      (causes) => {
        const best = causes.toSorted((a, b) => b.count - a.count)[0];
        if (isCurrent) setCause(best && best.count > 0 ? best : null);
      },
      // If the counts fail, the advice is only less precise.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [client, search, chips]);
  return cause;
}

type Props = { readonly domains: Domains; readonly address: CatalogueAddress };

/** No match: suggests which filter to remove. */
export function NoneFound({ domains, address }: Props) {
  const messages = useMessages();
  const words = messages.catalogue.empty;
  const cause = useCause(address);
  if (address.chips.length === 0) return <EmptyState title={words.bank} detail={words.bankDetail} />;
  if (!cause)
    return (
      <EmptyState
        title={words.title}
        detail={words.noSingle}
        action={<Button onClick={address.removeAll}>{messages.catalogue.removeAll}</Button>}
      />
    );
  const name = chipName(messages, domains, cause.chip);
  return (
    <EmptyState
      title={words.title}
      detail={words.drop(name, cause.count)}
      action={<Button onClick={() => address.remove(cause.chip)}>{words.dropAct(name)}</Button>}
    />
  );
}
