import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anItem } from '../../../testing/an-item';
import { findingsIn } from '../../../testing/axe';
import { PLOT } from '../../../testing/examples/keyed-examples';
import { showField } from '../../../testing/show-field';
import { PlotField } from './plot-field';

/** Two rows have the same depth. */
const content = {
  ...PLOT.content,
  table: {
    ...PLOT.content.table,
    rows: [
      ['1', '9'],
      ['2', '4'],
      ['2', '5'],
    ],
  },
};

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
  expect(screen.getByRole('img', { name: PLOT.content.alt })).toBeTruthy();
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
  await showField(PlotField, anItem({ content, ...PLOT.explained[0] }));
  expect(await screen.findByText('The validation error is lowest there.')).toBeTruthy();
  expect(screen.getByText('Right: Depth 3')).toBeTruthy();
  expect(screen.getByText('Depth 2: 50 % of the points')).toBeTruthy();
  expect(screen.getByText('Your point suggests: Training error is quality.')).toBeTruthy();
});
