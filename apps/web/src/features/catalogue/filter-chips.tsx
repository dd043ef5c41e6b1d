import { Button, Group, Pill } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import { chipName, type Domains } from './chip-name';
import type { CatalogueAddress } from './use-catalogue-address';

type Props = { readonly domains: Domains; readonly address: CatalogueAddress };

/** The active filter values, each removable. */
export function FilterChips({ domains, address }: Props) {
  const messages = useMessages();
  const words = messages.catalogue;
  if (address.chips.length === 0) return null;
  return (
    <Group gap="sm" role="group" aria-label={words.active}>
      {address.chips.map((chip) => {
        const name = chipName(messages, domains, chip);
        return (
          <Pill
            key={`${chip.name}:${chip.value}`}
            size="lg"
            withRemoveButton
            onRemove={() => address.remove(chip)}
            removeButtonProps={{ 'aria-label': words.remove(name), tabIndex: 0, 'aria-hidden': false }}
          >
            {name}
          </Pill>
        );
      })}
      {address.chips.length > 1 ? (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={address.removeAll}>
          {words.removeAll}
        </Button>
      ) : null}
    </Group>
  );
}
