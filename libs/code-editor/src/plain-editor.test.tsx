import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import type { EditorHandle } from './editor-props';
import { PlainEditor } from './plain-editor';

function show(onChange: (source: string) => void = () => undefined) {
  const handle = createRef<EditorHandle>();
  render(
    <PlainEditor
      label="Code, Python"
      language="python"
      initial={'one\ntwo\nthree'}
      onChange={onChange}
      onLeave={() => undefined}
      marks={[{ line: 2, message: 'Line 2: NameError' }]}
      isReadOnly={false}
      handle={handle}
    />,
  );
  return { handle, field: screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Code, Python' }) };
}

test('what is typed is told', async () => {
  let told = '';
  const { field } = show((source) => {
    told = source;
  });
  await userEvent.type(field, '!');
  expect(told).toBe('one\ntwo\nthree!');
});

test('Tab leaves the field', async () => {
  const { field } = show();
  field.focus();
  await userEvent.tab();
  expect(document.activeElement).not.toBe(field);
});

test('going to a line puts the caret at its start', () => {
  const { handle, field } = show();
  handle.current?.goToLine(3);
  expect(field.selectionStart).toBe('one\ntwo\n'.length);
  expect(document.activeElement).toBe(field);
});

test('lines where something went wrong are described in words', () => {
  const { field } = show();
  const described = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toBe('Line 2: NameError');
});

test('replacing puts the new text in and tells it', () => {
  let told = '';
  const { handle, field } = show((source) => {
    told = source;
  });
  handle.current?.replaceAll('new');
  expect(field.value).toBe('new');
  expect(told).toBe('new');
});

test('Enter keeps the indentation, and Ctrl+] and Ctrl+[ change it', async () => {
  let told = '';
  const { field } = show((source) => {
    told = source;
  });
  await userEvent.clear(field);
  await userEvent.type(field, 'def f(x):{Enter}return x');
  expect(told).toBe('def f(x):\n    return x');
  await userEvent.keyboard('{Control>}{[}{/Control}');
  expect(told).toBe('def f(x):\nreturn x');
  await userEvent.keyboard('{Control>}]{/Control}');
  expect(told).toBe('def f(x):\n    return x');
});

test('a line where something went wrong is a button that leads to it', async () => {
  const { field } = show();
  await userEvent.click(screen.getByRole('button', { name: 'Line 2: NameError' }));
  expect([document.activeElement, field.selectionStart]).toEqual([field, 'one\n'.length]);
});
