import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useLiveMessages } from '../../messages/live-messages';
import { type Fields, useWriting } from './use-writing';
import type { WriteProps } from './write';

type FieldProps = {
  readonly fields: Fields;
  readonly onFields: (change: Partial<Fields>) => void;
  readonly propsOf: ReturnType<typeof useWriting>['form']['propsOf'];
};

function TextField({ fields, onFields, propsOf }: FieldProps) {
  const words = useLiveMessages();
  return (
    <Textarea
      {...propsOf('message')}
      label={words.text}
      description={words.textHint}
      data-autofocus
      autosize
      minRows={3}
      maxRows={10}
      value={fields.text}
      onChange={(event) => onFields({ text: event.currentTarget.value })}
    />
  );
}

function TimeFields({ fields, onFields, propsOf }: FieldProps) {
  const words = useLiveMessages();
  return (
    <>
      <NumberInput
        {...propsOf('minutes')}
        label={words.addedMinutes}
        maw="var(--ho-form)"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={fields.minutes}
        onChange={(value) => onFields({ minutes: typeof value === 'number' ? value : '' })}
      />
      <TextInput
        {...propsOf('reason')}
        label={words.reason}
        description={words.reasonHint}
        value={fields.reason}
        onChange={(event) => onFields({ reason: event.currentTarget.value })}
      />
    </>
  );
}

/** The message, the time, or both. */
export function WriteForm(props: WriteProps) {
  const words = useLiveMessages();
  const { what, onClose } = props;
  const { form, write, isRunning, failure } = useWriting(props);
  const [fields, setFields] = useState<Fields>({ text: '', minutes: '', reason: '' });
  const shared = {
    fields,
    onFields: (change: Partial<Fields>) => setFields((now) => ({ ...now, ...change })),
    propsOf: form.propsOf,
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void write(fields);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FormErrors errors={form.errors} />
        {what === 'time' ? null : <TextField {...shared} />}
        {what === 'message' ? null : <TimeFields {...shared} />}
        <Group gap="sm">
          <ActButton type="submit" isRunning={isRunning}>
            {words.acting[what]}
          </ActButton>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
        <ActError>{failure}</ActError>
      </Stack>
    </form>
  );
}
