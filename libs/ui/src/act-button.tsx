import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';

type Props = Omit<ButtonProps, 'loading'> &
  Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> & { readonly isRunning: boolean };

/** A button whose act takes a while: it keeps the focus meanwhile, which a disabled one would lose, and acts once. */
export function ActButton({ isRunning, onClick, ...props }: Props) {
  return (
    <Button
      {...props}
      aria-disabled={isRunning}
      onClick={(event) => {
        if (isRunning) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
