import { ActButton, ActError } from '@holdout/ui';
import { Anchor, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useAccountMessages } from '../../messages/account-messages';
import { returnAddress } from '../../platform/return-address';
import { useSingleSignOn } from '../../platform/use-single-sign-on';

type Props = {
  readonly email: string;
  readonly isRequired: boolean;
  readonly onPassword: () => void;
};

/** For an address whose domain signs in through a provider. */
export function OrganizationStep({ email, isRequired, onPassword }: Props) {
  const words = useAccountMessages().signInSteps.organization;
  const [search] = useSearchParams();
  const { start, isRunning, failure } = useSingleSignOn();
  return (
    <Stack>
      <Text>{isRequired ? words.required : words.offered}</Text>
      <ActError>{failure}</ActError>
      <ActButton isRunning={isRunning} onClick={() => void start(email, returnAddress(search))}>
        {words.act}
      </ActButton>
      <Anchor component="button" type="button" size="sm" underline="always" onClick={onPassword}>
        {words.password}
      </Anchor>
    </Stack>
  );
}
