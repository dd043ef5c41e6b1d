import { Checkbox, Fieldset, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useInstallation } from '../../platform/installation';
import type { InputIssue } from '../../platform/input-issues';
import { defaultDeadline } from './default-deadline';
import { TimeField } from './time-field';
import type { Offer } from './use-sending';
import { instantOf } from './zoned-time';

const DAYS = 14;

/** What everyone in the list is offered, as it is written. */
export type WrittenOffer = {
  readonly opensAt: string;
  readonly expiresAt: string;
  readonly byLink: boolean;
  readonly mayRetake: boolean;
};

/** The fields of the offer, with what is wrong in them. */
export function useOffer(timeZone: string) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const sendsMail = useInstallation()?.sendsMail ?? true;
  const [written, setWritten] = useState<WrittenOffer>(() => ({
    opensAt: '',
    expiresAt: defaultDeadline(DAYS, timeZone),
    byLink: false,
    mayRetake: false,
  }));
  const [error, setError] = useState<string | undefined>(undefined);
  const byLink = written.byLink || !sendsMail;
  return {
    written,
    error,
    sendsMail,
    byLink,
    set: (more: Partial<WrittenOffer>) => setWritten((now) => ({ ...now, ...more })),
    onIssues: ([first]: readonly InputIssue[]) => setError(first?.code === 'TOO_LARGE' ? words.tooLate : words.past),
    /** Null if a time is missing; then the field says so. */
    read: (): Offer | null => {
      const expiresAt = instantOf(written.expiresAt, timeZone);
      setError(expiresAt === null ? words.wrongTime : undefined);
      if (expiresAt === null) return null;
      return {
        opensAt: instantOf(written.opensAt, timeZone)?.toISOString() ?? null,
        expiresAt: expiresAt.toISOString(),
        source: byLink ? 'LINK' : 'MAIL',
        mayRetake: written.mayRetake,
      };
    },
  };
}

export type OfferState = ReturnType<typeof useOffer>;

function How({ offer }: { readonly offer: OfferState }) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  if (!offer.sendsMail) return <Text>{words.noMail}</Text>;
  return (
    <Radio.Group
      label={words.how}
      value={offer.byLink ? 'link' : 'mail'}
      onChange={(value) => offer.set({ byLink: value === 'link' })}
    >
      <Stack gap="sm" mt="sm">
        <Radio value="mail" label={words.byMail} description={words.byMailHow} />
        <Radio value="link" label={words.byLink} description={words.byLinkHow} />
      </Stack>
    </Radio.Group>
  );
}

/** When people may start, how their links reach them, and whether those who took it before are invited again. */
export function OfferFields({ offer, timeZone }: { readonly offer: OfferState; readonly timeZone: string }) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  return (
    <Stack>
      <Fieldset legend={<Text fw={600}>{words.window}</Text>} variant="unstyled">
        <Group align="flex-start">
          <TimeField
            id="invite-opensAt"
            label={words.opensAt}
            description={words.opensHow}
            value={offer.written.opensAt}
            onChange={(opensAt) => offer.set({ opensAt })}
          />
          <TimeField
            id="invite-expiresAt"
            label={words.expiresAt}
            description={words.expiresHow}
            value={offer.written.expiresAt}
            error={offer.error}
            onChange={(expiresAt) => offer.set({ expiresAt })}
          />
        </Group>
        <Text size="sm" c="dimmed" mt="sm">
          {words.inZone(timeZone)}
        </Text>
      </Fieldset>
      <How offer={offer} />
      <Checkbox
        label={words.mayRetake}
        checked={offer.written.mayRetake}
        onChange={(event) => offer.set({ mayRetake: event.currentTarget.checked })}
      />
    </Stack>
  );
}
