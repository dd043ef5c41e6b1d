import { type ChangeEvent, type KeyboardEvent, useId, useImperativeHandle, useRef } from 'react';
import type { EditorHandle, EditorProps } from './editor-props';
import styles from './plain-editor.module.css';
import { newLineAt, shiftLines } from './plain-keys';

function startOfLine(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, Math.max(0, line - 1))
    .reduce((at, one) => at + one.length + 1, 0);
}

function insertText(source: string): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no successor keeps a text field's Undo history
  return typeof document.execCommand === 'function' && document.execCommand('insertText', false, source);
}

function goToLine(field: HTMLTextAreaElement | null, line: number): void {
  if (field === null) return;
  const at = startOfLine(field.value, line);
  field.focus();
  field.setSelectionRange(at, at);
}

function handleOf(field: HTMLTextAreaElement, onChange: (source: string) => void): EditorHandle {
  return {
    focus: () => field.focus(),
    replaceAll: (source) => {
      field.focus();
      field.select();
      // `execCommand` is the only way that keeps the browser's Undo history; without it, the text is set directly.
      if (!insertText(source)) field.value = source;
      onChange(source);
    },
    goToLine: (line) => goToLine(field, line),
  };
}

/** Replaces a range so that Undo takes it back; the field tells its change itself. */
function replaceRange(field: HTMLTextAreaElement, { from, to }: { from: number; to: number }, by: string): void {
  field.setSelectionRange(from, to);
  if (insertText(by)) return;
  field.setRangeText(by, from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** `Ctrl+]` and `Ctrl+[`, by key. */
const SHIFTS: Readonly<Record<string, 'deeper' | 'back'>> = { ']': 'deeper', '[': 'back' };

function shift(field: HTMLTextAreaElement, by: 'deeper' | 'back'): void {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const { from, to, lines } = shiftLines(value, { start, end }, by);
  replaceRange(field, { from, to }, lines);
  field.setSelectionRange(start === end ? from + lines.length : from, from + lines.length);
}

function breakLine(field: HTMLTextAreaElement): void {
  const { value, selectionStart: from, selectionEnd: to } = field;
  replaceRange(field, { from, to }, newLineAt(value, from));
}

/** What a key does to the indentation; null for all other keys. Enter keeps it; Tab leaves the field, so it does not change it. */
function indentation(event: KeyboardEvent<HTMLTextAreaElement>): ((field: HTMLTextAreaElement) => void) | null {
  const { key, ctrlKey, metaKey, nativeEvent } = event;
  if (nativeEvent.isComposing || event.altKey || event.shiftKey) return null;
  if (!ctrlKey && !metaKey) return key === 'Enter' ? breakLine : null;
  const by = SHIFTS[key];
  return by === undefined ? null : (field) => shift(field, by);
}

function indent(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const act = event.currentTarget.readOnly ? null : indentation(event);
  if (act === null) return;
  event.preventDefault();
  act(event.currentTarget);
}

/** Code in a plain text field: Tab leaves it, and every assistive technology can read it. */
export function PlainEditor({ label, initial, onChange, onLeave, marks, isReadOnly, handle }: EditorProps) {
  const marksId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(handle, () => {
    if (!field.current) throw new Error('The text field is not there yet');
    return handleOf(field.current, onChange);
  }, [onChange]);
  return (
    <div className={styles['box']}>
      <textarea
        ref={field}
        className={styles['field']}
        aria-label={label}
        aria-describedby={marks.length > 0 ? marksId : undefined}
        defaultValue={initial}
        readOnly={isReadOnly}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onChange(event.currentTarget.value)}
        onKeyDown={indent}
        onBlur={onLeave}
      />
      {marks.length > 0 ? (
        <ul id={marksId} className={styles['marks']}>
          {marks.map((mark) => (
            <li key={mark.line}>
              <button type="button" className={styles['mark']} onClick={() => goToLine(field.current, mark.line)}>
                {mark.message}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
