import { UiProvider } from '@holdout/ui';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { en } from '../../../messages/en';
import { AnswerOrdering } from './answer-ordering';
import { OrderingOutcome } from './ordering-outcome';

const shown = [
  { id: 'fit', text: 'Fit the model' },
  { id: 'split', text: 'Split the data' },
  { id: 'peek', text: 'Look at the *test* rows' },
];

function Page({ first = [], isOpen = true }: { readonly first?: readonly string[]; readonly isOpen?: boolean }) {
  const [steps, setSteps] = useState(first);
  return (
    <UiProvider messages={en.ui}>
      <AnswerOrdering shown={shown} steps={steps} onOrder={setSteps} isOpen={isOpen} />
      <output>{steps.join(' ')}</output>
    </UiProvider>
  );
}

const given = () => document.querySelector('output')?.textContent ?? '';
const button = (name: string) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.getAttribute('aria-label');

test('nothing is in the order at first, and what is added goes to its end', async () => {
  render(<Page />);
  expect(await screen.findByText('No step yet. Add the first one from the list below.')).toBeTruthy();
  await userEvent.click(button('Add: Split the data'));
  await userEvent.click(button('Add: Fit the model'));
  expect(given()).toBe('split fit');
  const list = screen.getByRole('list', { name: 'Your order, first to last' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
});

test('a step moves by its buttons and by Alt with an arrow, keeps the focus, and it is said where it is', async () => {
  render(<Page first={['fit', 'split']} />);
  await screen.findByText('Fit the model');
  button('Move up: Split the data').focus();
  await userEvent.keyboard('{Enter}');
  expect(given()).toBe('split fit');
  expect(focused()).toBe('Move up: Split the data');
  expect(screen.getByText('Split the data, moved to 1 of 2')).toBeTruthy();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(given()).toBe('fit split');
  expect(focused()).toBe('Move up: Split the data');
});

test('at its end a step stays, and that is said', async () => {
  render(<Page first={['fit', 'split']} />);
  await screen.findByText('Fit the model');
  await userEvent.click(button('Move up: Fit the model'));
  expect(given()).toBe('fit split');
  expect(screen.getByText('Fit the model is already first')).toBeTruthy();
});

test('a step that is left out takes the focus along, and comes back to where the focus is', async () => {
  render(<Page first={['fit', 'peek']} />);
  await screen.findByText('Fit the model');
  await userEvent.click(button('Leave out: Look at the test rows'));
  expect(given()).toBe('fit');
  expect(focused()).toBe('Add: Look at the test rows');
  await userEvent.keyboard('{Enter}');
  expect(given()).toBe('fit peek');
  expect(focused()).toBe('Move up: Look at the test rows');
});

test('once checked, nothing can be moved', async () => {
  render(<Page first={['fit']} isOpen={false} />);
  await screen.findByText('Fit the model');
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('broken pairs come first, with their reason and what the order suggests', async () => {
  render(
    <UiProvider messages={en.ui}>
      <OrderingOutcome
        shown={shown}
        outcome={{
          example: ['split', 'fit'],
          pairs: [
            { first: 'fit', then: 'peek', isKept: true, why: null, misconception: null },
            {
              first: 'split',
              then: 'fit',
              isKept: false,
              why: 'Fitting sees all rows.',
              misconception: 'Order is free.',
            },
          ],
          leftOut: [{ step: 'peek', isPutIn: true, why: 'It leaks.', misconception: null }],
        }}
      />
    </UiProvider>,
  );
  await screen.findByText('Fitting sees all rows.');
  const [list] = screen.getAllByRole('list');
  const rows = within(list as HTMLElement).getAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('[data-status]')?.getAttribute('data-status'))).toEqual([
    'wrong',
    'wrong',
    'right',
  ]);
  expect(screen.getByText('Your order suggests: Order is free.')).toBeTruthy();
});
