import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SyntheticEvent } from 'react';
import { ActButton } from './act-button';

const form = (isRunning: boolean, onSubmit: () => void) => (
  <MantineProvider>
    <form
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <input aria-label="Name" />
      <ActButton type="submit" isRunning={isRunning}>
        Send
      </ActButton>
    </form>
  </MantineProvider>
);

test('a button keeps the focus while its act runs', async () => {
  const { rerender } = render(form(false, () => undefined));
  const button = screen.getByRole('button', { name: 'Send' });
  await userEvent.click(button);
  rerender(form(true, () => undefined));
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

test('what runs is not started again, neither by its button nor by Enter in a field', async () => {
  let sent = 0;
  render(form(true, () => (sent += 1)));
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await userEvent.type(screen.getByRole('textbox'), 'x{Enter}');
  expect(sent).toBe(0);
});
