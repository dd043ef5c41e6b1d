import { UiProvider } from '@holdout/ui';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { en } from '../../../messages/en';
import { AnswerChoice, type OptionReason } from './answer-choice';

const options = [
  { id: 'a', text: 'Accuracy' },
  { id: 'b', text: 'Recall' },
  { id: 'c', text: 'Precision' },
];
const everyReason: readonly OptionReason[] = [
  { id: 'a', isKey: false, why: 'It counts the common class.', misconception: 'Accuracy is quality.' },
  { id: 'b', isKey: true, why: 'It counts the rare class.', misconception: null },
  { id: 'c', isKey: true, why: 'It counts alarms.', misconception: null },
];

type Props = {
  readonly choose: 'ONE' | 'MANY';
  readonly reasons?: readonly OptionReason[] | null;
  readonly first?: string[];
};

function Page({ choose, reasons = null, first = [] }: Props) {
  const [picked, setPicked] = useState<readonly string[]>(first);
  return (
    <UiProvider messages={en.ui}>
      <AnswerChoice choose={choose} options={options} picked={picked} onPick={setPicked} reasons={reasons} />
    </UiProvider>
  );
}

const marked = (role: 'radio' | 'checkbox') =>
  screen
    .getAllByRole<HTMLInputElement>(role)
    .map((input, index) => (input.checked ? index + 1 : 0))
    .filter(Boolean);

test('the whole row is the label, and choosing another takes the first choice back', async () => {
  render(<Page choose="ONE" />);
  await userEvent.click(await screen.findByText('Accuracy'));
  expect(marked('radio')).toEqual([1]);
  await userEvent.click(screen.getByText('Precision'));
  expect(marked('radio')).toEqual([3]);
});

test('number keys choose by place, and take back where several may be chosen', async () => {
  render(<Page choose="MANY" />);
  await screen.findByText('Accuracy');
  await userEvent.keyboard('13');
  expect(marked('checkbox')).toEqual([1, 3]);
  await userEvent.keyboard('1');
  expect(marked('checkbox')).toEqual([3]);
});

test('the rule for partial points stands above the options', async () => {
  render(<Page choose="MANY" />);
  expect(await screen.findByRole('group', { name: en.question.choice.many })).toBeTruthy();
});

test('once checked, the mark stays, the key is named and every option has its reason', async () => {
  render(<Page choose="MANY" reasons={everyReason} first={['a']} />);
  await screen.findByText('It counts the common class.');
  expect(marked('checkbox')).toEqual([1]);
  await userEvent.keyboard('2');
  expect(marked('checkbox')).toEqual([1]);
  for (const { why } of everyReason) expect(screen.getByText(why)).toBeTruthy();
  expect(screen.getAllByText(en.question.choice.key)).toHaveLength(2);
  expect(screen.getByText('Choosing it suggests: Accuracy is quality.')).toBeTruthy();
});
