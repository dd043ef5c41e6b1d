import { UiProvider } from '@holdout/ui';
import { render, screen } from '@testing-library/react';
import { en } from '../../messages/en';
import { RowGrid } from './row-grid';

test('columns of numbers stand at the right, others at the left', () => {
  const rows = [
    ['1', '2024-01', null],
    ['-2.5', '7', null],
    [null, '8', null],
  ];
  render(
    <UiProvider messages={en.ui}>
      <RowGrid label="rows" columns={['cents', 'month', 'nothing']} rows={rows} />
    </UiProvider>,
  );
  const alignOf = (name: string) => screen.getByRole('columnheader', { name }).style.textAlign;
  expect([alignOf('cents'), alignOf('month'), alignOf('nothing')]).toEqual(['right', 'left', 'left']);
});
