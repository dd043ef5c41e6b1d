import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anItem } from '../../../testing/an-item';
import { findingsIn } from '../../../testing/axe';
import { showField } from '../../../testing/show-field';
import { PlotField } from './plot-field';

const depth = { __typename: 'PlotColumn', field: 'depth', title: 'Depth', isNumber: true } as const;
const content = {
  __typename: 'PlotContent',
  statement: '',
  hints: [],
  spec: '{"data":{"values":[]},"mark":"line","encoding":{}}',
  alt: 'The error falls and then rises.',
  table: {
    __typename: 'PlotTable',
    columns: [depth, { ...depth, field: 'error', title: 'Error' }],
    rows: [
      ['1', '9'],
      ['2', '4'],
      ['2', '5'],
    ],
  },
  parts: [{ __typename: 'PointPart', id: 'ship', ask: 'Which depth?', points: 2, pick: 'ROW', fields: [depth] }],
} as const;

test('a point is chosen from the list, each once, and the chart has its words', async () => {
  const { draft, container } = await showField(PlotField, anItem({ content }));
  const list = await screen.findByRole('combobox', { name: 'Your point: Depth' });
  expect(
    within(list)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['No point chosen', '1', '2']);
  await userEvent.selectOptions(list, '2');
  expect(draft()).toEqual({ kind: 'plot', points: { ship: { depth: '2' } }, choices: {} });
  expect(screen.getByRole('img', { name: 'The error falls and then rises.' })).toBeTruthy();
  expect(await findingsIn(container)).toEqual([]);
});

test('the table picks as the chart does, and shows every row of the point', async () => {
  const { draft } = await showField(PlotField, anItem({ content }));
  await userEvent.click(await screen.findByText('Show as table'));
  await userEvent.click(await screen.findByRole('button', { name: 'Pick Depth 2, Error 4' }));
  expect(draft()).toEqual({ kind: 'plot', points: { ship: { depth: '2' } }, choices: {} });
  const pressed = screen.getAllByRole('button', { name: /^Pick Depth/ }).map((one) => one.getAttribute('aria-pressed'));
  expect(pressed).toEqual(['false', 'true', 'true']);
});

test('a place that may lie anywhere is typed, and read back as it was understood', async () => {
  const parts = [{ ...content.parts[0], pick: 'ANYWHERE' }] as const;
  const { draft } = await showField(PlotField, anItem({ content: { ...content, parts } }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Depth' }), '1e-3');
  expect(draft()).toEqual({ kind: 'plot', points: { ship: { depth: '1e-3' } }, choices: {} });
  expect(screen.getByText('= 0.001')).toBeTruthy();
});

test('once checked, the right place, the near ones and what the given point suggests are told', async () => {
  const range = { __typename: 'FieldRange', field: 'depth', low: null, high: null } as const;
  const detail = {
    __typename: 'PlotFeedback',
    parts: [
      {
        __typename: 'PointFeedback',
        part: 'ship',
        earned: 0,
        possible: 2,
        why: 'The error is lowest there.',
        accepted: [{ ...range, values: ['2', '3'] }],
        partial: [{ __typename: 'PartialPlace', fields: [{ ...range, values: ['4'] }], share: 0.5, why: null }],
        misconception: 'Training error is quality.',
      },
    ],
  } as const;
  await showField(PlotField, anItem({ content, detail }));
  expect(await screen.findByText('The error is lowest there.')).toBeTruthy();
  expect(screen.getByText('Right: Depth 2 or 3')).toBeTruthy();
  expect(screen.getByText('Depth 4: 50 % of the points')).toBeTruthy();
  expect(screen.getByText('Your point suggests: Training error is quality.')).toBeTruthy();
});
