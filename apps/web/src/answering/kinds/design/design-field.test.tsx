import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { en } from '../../../messages/en';
import { anItem } from '../../../testing/an-item';
import { findingsIn } from '../../../testing/axe';
import { showField } from '../../../testing/show-field';
import { DesignField } from './design-field';

const content = {
  __typename: 'DesignContent',
  statement: '',
  hints: [],
  blocks: [
    {
      __typename: 'DesignBlock',
      id: 'goal',
      title: 'Goal',
      ask: 'What is decided?',
      words: { __typename: 'WordLimits', min: 0, max: 3 },
    },
  ],
  numbers: [{ __typename: 'DesignNumber', id: 'cost', block: 'goal', ask: 'Cost', unit: 'euros', points: 2 }],
} as const;

test('blocks and numbers are answered by the keyboard alone, and the canvas is not loaded for that', async () => {
  const { draft, container } = await showField(DesignField, anItem({ content }));
  await screen.findByText('What is decided?');
  await userEvent.tab();
  await userEvent.keyboard('Who is called first');
  await userEvent.tab();
  await userEvent.keyboard('1,000');
  expect(draft()).toEqual({
    kind: 'design',
    scene: null,
    blocks: { goal: 'Who is called first' },
    numbers: { cost: '1,000' },
  });
  expect(screen.getByText(/4 words · 1 word too many/)).toBeTruthy();
  expect(screen.getByText(`= 1000 euros ${en.question.numeric.comma}`)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Draw on a canvas' })).toBeTruthy();
  expect(await findingsIn(container)).toEqual([]);
});

test('a number that cannot be read is marked once its field is left, and not while it is typed', async () => {
  await showField(DesignField, anItem({ content }));
  const field = await screen.findByRole('textbox', { name: 'Cost' });
  await userEvent.type(field, 'about 5');
  expect(field.getAttribute('aria-invalid')).not.toBe('true');
  await userEvent.tab();
  expect(field.getAttribute('aria-invalid')).toBe('true');
});
