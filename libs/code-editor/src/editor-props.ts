import type { Ref } from 'react';

/** `pgsql` is SQL for PostgreSQL, `sql` any other. */
export type EditorLanguage = 'python' | 'pgsql' | 'sql' | 'r' | 'javascript' | 'typescript';

/** What a page may do with an editor, besides reading what is typed. */
export type EditorHandle = {
  readonly focus: () => void;
  /** Puts another text in the place of all of it. Undo brings the former back. */
  readonly replaceAll: (source: string) => void;
  /** Puts the caret at the start of a line, counted from 1. */
  readonly goToLine: (line: number) => void;
};

export type LineMark = { readonly line: number; readonly message: string };

export type EditorProps = {
  /** What the field is called. */
  readonly label: string;
  readonly language: EditorLanguage;
  /** The text that the editor opens with; later changes of this property are not looked at. */
  readonly initial: string;
  readonly onChange: (source: string) => void;
  readonly onLeave: () => void;
  /** Lines where something went wrong. */
  readonly marks: readonly LineMark[];
  readonly isReadOnly: boolean;
  readonly handle: Ref<EditorHandle>;
};
