import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import {
  ActError,
  Band,
  EmptyState,
  FormErrors,
  HelpDialog,
  Pane,
  Status,
  UiProvider,
  useAnnounce,
  useSingleKeys,
} from '.';
import { testMessages } from './test-messages';

function show(ui: React.ReactNode) {
  return render(<UiProvider messages={testMessages}>{ui}</UiProvider>);
}

test('a status is a word and not only a colour', () => {
  show(<Status kind="wrong" />);
  expect(screen.getByText('Not right')).toBeTruthy();
});

test('a status says another word where the usual one does not fit', () => {
  show(<Status kind="right" label="Passed" />);
  expect(screen.getByText('Passed')).toBeTruthy();
});

test('a band is heard as one sentence and read as an estimate with its interval', () => {
  show(<Band label="Metrics" values={{ estimate: 71.4, innerLow: 68, innerHigh: 75, low: 61.6, high: 80 }} />);
  expect(screen.getByText('71 (62–80)')).toBeTruthy();
  expect(screen.getByText('Metrics: 71, between 62 and 80')).toBeTruthy();
});

test('a band never draws outside its axis', () => {
  const { container } = show(
    <Band label="Metrics" values={{ estimate: 99, innerLow: 97, innerHigh: 103, low: -4, high: 120 }} />,
  );
  const ends = [...container.querySelectorAll('line')].flatMap((line) => [
    line.getAttribute('x1'),
    line.getAttribute('x2'),
  ]);
  for (const end of ends) expect(Number.parseFloat(end ?? '')).toBeGreaterThanOrEqual(0);
  for (const end of ends) expect(Number.parseFloat(end ?? '')).toBeLessThanOrEqual(100);
});

test('a label near an end of the axis stays on it', () => {
  const values = { estimate: 92, innerLow: 90, innerHigh: 94, low: 88, high: 96 };
  const lines = [
    { at: 2, label: 'plain way' },
    { at: 50, label: 'pass 0.5' },
    { at: 90, label: 'pass 0.9 · stretch 0.95' },
  ];
  const { container } = show(<Band label="AP" values={values} lines={lines} />);
  const places = [...container.querySelectorAll('text')].map((text) => [
    text.getAttribute('x'),
    text.getAttribute('text-anchor'),
  ]);
  expect(places).toEqual([
    ['0%', 'start'],
    ['50%', 'middle'],
    ['100%', 'end'],
  ]);
});

test('an empty place says what will be there and offers the act that fills it', () => {
  show(<EmptyState title="Your progress will be here" action={<button>Choose a question</button>} />);
  expect(screen.getByRole('heading', { name: 'Your progress will be here' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Choose a question' })).toBeTruthy();
});

test('two wrong fields are summed up, and the summary takes the focus and leads to each', async () => {
  const errors = [
    { fieldId: 'a', label: 'E-mail', words: 'Fill this in.' },
    { fieldId: 'b', label: 'Password', words: 'Fill this in.' },
  ];
  show(
    <>
      <FormErrors errors={errors} />
      <input id="a" />
      <input id="b" aria-label="Password" />
    </>,
  );
  expect(document.activeElement).toBe(screen.getByRole('group', { name: '2 fields' }));
  await userEvent.click(screen.getByRole('link', { name: 'Password: Fill this in.' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Password' }));
});

test('one wrong field needs no summary: it takes the focus itself', () => {
  show(
    <>
      <FormErrors errors={[{ fieldId: 'a', label: 'E-mail', words: 'Fill this in.' }]} />
      <input id="a" aria-label="E-mail" />
    </>,
  );
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'E-mail' }));
  expect(screen.queryByRole('group')).toBeNull();
});

test('an act that failed is said as an alert', () => {
  show(<ActError>The server could not be reached.</ActError>);
  expect(screen.getByRole('alert').textContent).toContain('The server could not be reached.');
});

test('a pane that fails offers to try again, and shows its content when that succeeds', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  const Content = () => {
    if (isBroken) throw new Error('no answer');
    return <p>Seven rows</p>;
  };
  show(
    <Pane>
      <Content />
    </Pane>,
  );
  isBroken = false;
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('Seven rows')).toBeTruthy();
  jest.restoreAllMocks();
});

test('the same sentence said twice is announced twice', async () => {
  const Speaker = () => {
    const announce = useAnnounce();
    return <button onClick={() => announce('42 questions')}>Say</button>;
  };
  show(<Speaker />);
  await userEvent.click(screen.getByRole('button', { name: 'Say' }));
  const first = screen.getByText('42 questions');
  await userEvent.click(screen.getByRole('button', { name: 'Say' }));
  expect(screen.getByText('42 questions')).not.toBe(first);
  expect(within(screen.getByRole('status')).getByText('42 questions')).toBeTruthy();
});

function Counter() {
  const [count, setCount] = useState(0);
  const [actions] = useState(() => ({ j: () => setCount((now) => now + 1) }));
  useSingleKeys(actions);
  return (
    <>
      <output>{count}</output>
      <input aria-label="Search" />
    </>
  );
}

test('a single key acts, in either case, but rests while typing', async () => {
  localStorage.clear();
  show(<Counter />);
  await userEvent.keyboard('jJ');
  expect(document.querySelector('output')?.textContent).toBe('2');
  await userEvent.type(screen.getByRole('textbox', { name: 'Search' }), 'jjj');
  expect(document.querySelector('output')?.textContent).toBe('2');
});

test('single keys can be turned off in the help, and stay off', async () => {
  localStorage.clear();
  const sections = [{ title: 'Everywhere', lines: [{ keys: ['?'], does: 'These keys' }] }];
  const Page = () => {
    const [isOpen, setIsOpen] = useState(true);
    return (
      <>
        <Counter />
        <HelpDialog isOpen={isOpen} onClose={() => setIsOpen(false)} sections={sections} />
      </>
    );
  };
  show(<Page />);
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(dialog).getByRole('rowheader', { name: '?' })).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('switch', { name: /Single-key shortcuts/ }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
  await userEvent.keyboard('j');
  expect(document.querySelector('output')?.textContent).toBe('0');
  expect(localStorage.getItem('holdout.single-keys')).toBe('off');
});
