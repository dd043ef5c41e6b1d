import { PasswordInput } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import type { useFormErrors } from './use-form-errors';

type Props = {
  readonly field: ReturnType<ReturnType<typeof useFormErrors>['propsOf']>;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A password that is chosen here, and not one that is known already. */
  readonly isNew?: boolean;
};

/** A password in a form; it can be shown, and pasted. */
export function PasswordField({ field, label, value, onChange, isNew = false }: Props) {
  const words = useMessages().account;
  return (
    <PasswordInput
      {...field}
      label={label}
      {...(isNew ? { description: words.newPasswordHint } : {})}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': words.showPassword, tabIndex: 0 }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
