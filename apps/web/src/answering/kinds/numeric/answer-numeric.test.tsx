import { UiProvider } from '@holdout/ui';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { en } from '../../../messages/en';
import { AnswerNumeric, type NumericTruth } from './answer-numeric';

function Page({ truth = null }: { readonly truth?: NumericTruth | null }) {
  const [text, setText] = useState('');
  return (
    <UiProvider messages={en.ui}>
      <AnswerNumeric
        text={text}
        unit="kg"
        writeAs="One decimal"
        onType={setText}
        onLeave={() => undefined}
        truth={truth}
      />
    </UiProvider>
  );
}

test('what is typed is read back as it was understood', async () => {
  render(<Page />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), '1/80');
  const field = screen.getByRole('textbox', { name: 'Your answer', description: 'One decimal = 0.0125 kg' });
  expect(field).toBeTruthy();
});

test('a comma that elsewhere is a decimal one is said to be read as thousands', async () => {
  render(<Page />);
  await userEvent.type(screen.getByRole('textbox'), '1,250');
  expect(screen.getByText(`= 1250 kg ${en.question.numeric.comma}`)).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox'), '.5');
  expect(screen.getByText('= 1250.5 kg')).toBeTruthy();
});

test('what is no number is said so without blame', async () => {
  render(<Page />);
  await userEvent.type(screen.getByRole('textbox'), 'about 3');
  expect(screen.getByText(en.question.numeric.unread.notANumber)).toBeTruthy();
});

test('large values are grouped as the prose around them groups them', () => {
  render(<Page truth={{ value: 59205.2, low: 58613, high: 59797, unit: 'users', misconception: null }} />);
  expect(screen.getByText('The answer is 59,205 users.')).toBeTruthy();
  expect(screen.getByText('From 58,613 to 59,797 counts as right.')).toBeTruthy();
});

test('once checked, the value, its tolerance and what the given value suggests are shown', () => {
  render(
    <Page truth={{ value: 12.5, low: 12.4, high: 12.6, unit: 'kg', misconception: 'The base rate was left out.' }} />,
  );
  expect(screen.getByText('The answer is 12.5 kg.')).toBeTruthy();
  expect(screen.getByText('From 12.4 to 12.6 counts as right.')).toBeTruthy();
  expect(screen.getByText('Your value suggests: The base rate was left out.')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox').readOnly).toBe(true);
});
