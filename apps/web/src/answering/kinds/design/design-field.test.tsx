import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { en } from '../../../messages/en';
import { anItem } from '../../../testing/an-item';
import { findingsIn } from '../../../testing/axe';
import { DESIGN, DRAWN } from '../../../testing/examples/marked-examples';
import { showField } from '../../../testing/show-field';
import type { FieldProps } from '../field';
import { DesignField } from './design-field';

const drawn: unknown[] = [];
jest.mock('@excalidraw/excalidraw', () => ({
  restoreElements: (elements: unknown) => elements,
  exportToSvg: ({ elements }: { elements: unknown }) => {
    drawn.push(elements);
    return Promise.resolve(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  },
}));

const { content } = DESIGN;

test('blocks and numbers are answered by the keyboard alone, and the canvas is not loaded for that', async () => {
  const { draft, container } = await showField(DesignField, anItem({ content }));
  await screen.findByText('What is decided, and by whom?');
  await userEvent.tab();
  await userEvent.keyboard('Who is called first today');
  await userEvent.tab();
  await userEvent.keyboard('1,000');
  expect(draft()).toEqual({
    kind: 'design',
    scene: null,
    blocks: { goal: 'Who is called first today' },
    numbers: { cost: '1,000' },
  });
  expect(screen.getByText(/5 words · 1 word too many/)).toBeTruthy();
  expect(screen.getByText(`= 1000 euros ${en.question.numeric.comma}`)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Draw on a canvas' })).toBeTruthy();
  expect(await findingsIn(container)).toEqual([]);
});

test('a number that cannot be read is marked once its field is left, and not while it is typed', async () => {
  await showField(DesignField, anItem({ content }));
  const field = await screen.findByRole('textbox', { name: 'Cost a day' });
  await userEvent.type(field, 'about 5');
  expect(field.getAttribute('aria-invalid')).not.toBe('true');
  await userEvent.tab();
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('one of several versions shows its drawing as a picture, without the canvas', async () => {
  const Version = (props: FieldProps) => <DesignField {...props} isOpen={false} isVersion />;
  const draft = { ...DESIGN.draft, scene: DRAWN.theirs };
  await showField(Version, anItem({ content }), { draft });
  const picture = await screen.findByRole('img', { name: 'Drawing' });
  await waitFor(() => expect(picture.querySelector('svg')).not.toBeNull());
  expect(drawn).toEqual([
    [expect.objectContaining({ type: 'rectangle' }), expect.objectContaining({ text: 'Sensors' })],
  ]);
  expect(screen.queryByRole('button', { name: 'Draw on a canvas' })).toBeNull();
});

test('a version without a drawing says so', async () => {
  const Version = (props: FieldProps) => <DesignField {...props} isOpen={false} isVersion />;
  await showField(Version, anItem({ content }), { draft: DESIGN.draft });
  expect(await screen.findByText('Nothing was drawn.')).toBeTruthy();
});
