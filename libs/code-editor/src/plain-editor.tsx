import { type ChangeEvent, useId, useImperativeHandle, useRef } from 'react';
import type { EditorHandle, EditorProps } from './editor-props';
import styles from './plain-editor.module.css';

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
    goToLine: (line) => {
      const at = startOfLine(field.value, line);
      field.focus();
      field.setSelectionRange(at, at);
    },
  };
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
        onBlur={onLeave}
      />
      {marks.length > 0 ? (
        <ul id={marksId} className={styles['marks']}>
          {marks.map((mark) => (
            <li key={mark.line}>{mark.message}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
