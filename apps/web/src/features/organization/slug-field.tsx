import { Button, Stack, TextInput } from '@mantine/core';
import { useOrganizationMessages } from '../../messages/organization-messages';

type Props = {
  readonly id: string;
  readonly name: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly taken: { readonly isReserved: boolean; readonly suggestion: string } | null;
  readonly onChange: (slug: string) => void;
};

/** The part of the address that names the organization; a taken one is offered a free one like it. */
export function SlugField({ taken, onChange, error, ...props }: Props) {
  const words = useOrganizationMessages().found;
  const isTaken = taken ? (taken.isReserved ? words.reserved : words.taken) : undefined;
  return (
    <Stack gap="sm" align="flex-start">
      <TextInput
        {...props}
        w="100%"
        label={words.slug}
        description={words.slugHow(`${window.location.origin}/o/${props.value || '…'}`)}
        error={error ?? isTaken}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {taken && taken.suggestion !== props.value ? (
        <Button variant="default" onClick={() => onChange(taken.suggestion)}>
          {words.take(taken.suggestion)}
        </Button>
      ) : null}
    </Stack>
  );
}
