import { act, render, screen } from '@testing-library/react';
import { en } from '../messages/en';
import { KIND_STATES } from './kind-states';
import { StatesPage } from './states-page';
import { UI_STATES } from './ui-states';
import { VERSION_STATES } from './version-states';

/** The failure that the page shows on purpose. */
const SHOWN = 1;

async function open(colorScheme: 'light' | 'dark'): Promise<HTMLElement> {
  localStorage.setItem('holdout.plain-editor', 'yes');
  // React tells the console of the failure that is shown.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { container } = await act(async () => {
    const shown = render(<StatesPage colorScheme={colorScheme} />);
    await Promise.resolve();
    return shown;
  });
  return container;
}

test('every state of every component and kind can be shown, and only the failure that is meant fails', async () => {
  await open('dark');
  for (const [name, states] of Object.entries({ ...UI_STATES, ...KIND_STATES, ...VERSION_STATES })) {
    const shown = document.getElementById(name)?.querySelectorAll(':scope > section') ?? [];
    expect([...shown].map((section) => section.getAttribute('aria-label'))).toEqual(states.map((one) => one.name));
  }
  // Each kind's field is a chunk of its own, which arrives later.
  expect(await screen.findAllByLabelText('The code, line by line')).not.toHaveLength(0);
  expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
  // Beside it only the two states of `PaneError` itself.
  expect(screen.getAllByText(en.ui.pane.retry)).toHaveLength(SHOWN + 2);
});
