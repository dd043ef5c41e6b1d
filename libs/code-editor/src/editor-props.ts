import type { Ref } from 'react';

/** `pgsql` is SQL for PostgreSQL, `sql` any other dialect. */
export type EditorLanguage = 'python' | 'pgsql' | 'sql' | 'r' | 'javascript' | 'typescript';

/** What a page can do with an editor, apart from `onChange`. */
export type EditorHandle = {
  readonly focus: () => void;
  /** Replaces the whole text. Undo restores the previous one. */
  readonly replaceAll: (source: string) => void;
  /** Moves the caret to the start of a line, counted from 1. */
  readonly goToLine: (line: number) => void;
};

export type LineMark = { readonly line: number; readonly message: string };

export type EditorProps = {
  /** The accessible name of the field. */
  readonly label: string;
  readonly language: EditorLanguage;
  /** The initial text; later changes of this prop are ignored. */
  readonly initial: string;
  readonly onChange: (source: string) => void;
  readonly onLeave: () => void;
  /** Lines with an error. */
  readonly marks: readonly LineMark[];
  readonly isReadOnly: boolean;
  readonly handle: Ref<EditorHandle>;
};
