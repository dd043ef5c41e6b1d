import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';

type Props = Omit<ButtonProps, 'loading'> &
  Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> & { readonly isRunning: boolean };

/**
 * A button for an asynchronous action. While running it ignores clicks and stays focusable (`aria-disabled`), because a
 * disabled button loses the focus.
 */
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
