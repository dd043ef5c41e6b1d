import { UiProvider } from '@holdout/ui';
import { render, screen } from '@testing-library/react';
import { en } from '../../../messages/en';
import { PartFrame } from './choice-part';

test('a part is a group and no landmark, because parts of several items on one page have the same name', async () => {
  const part = { place: 1, of: 2, ask: 'Which line?', points: 1, scored: null };
  render(
    <UiProvider messages={en.ui}>
      <PartFrame {...part}>{null}</PartFrame>
      <PartFrame {...part}>{null}</PartFrame>
    </UiProvider>,
  );
  expect(await screen.findAllByRole('group', { name: /1 of 2/ })).toHaveLength(2);
  expect(screen.queryByRole('region')).toBeNull();
});
