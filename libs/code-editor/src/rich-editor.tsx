import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { EditorHandle, EditorProps, LineMark } from './editor-props';
import { monaco } from './monaco';
import { defineTheme } from './monaco-theme';
import styles from './rich-editor.module.css';

export { fetchLanguage } from './monaco';

type Editor = monaco.editor.IStandaloneCodeEditor;

const OWNER = 'holdout';
const ROOT_PX = 16;
const FONT_PX = 14;
const LINE_PX = 21;

function optionsFor(host: HTMLElement, props: EditorProps): monaco.editor.IStandaloneEditorConstructionOptions {
  // The person's text size is that of the root element; the editor measures in pixels.
  const scale = (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || ROOT_PX) / ROOT_PX;
  return {
    value: props.initial,
    language: props.language,
    ariaLabel: props.label,
    readOnly: props.isReadOnly,
    automaticLayout: true,
    fontFamily: getComputedStyle(host).fontFamily,
    fontSize: FONT_PX * scale,
    lineHeight: LINE_PX * scale,
    minimap: { enabled: false },
    renderFinalNewline: 'on',
    bracketPairColorization: { enabled: false },
    overviewRulerLanes: 0,
    scrollBeyondLastLine: false,
    tabSize: 4,
    wordBasedSuggestions: 'currentDocument',
    wordWrap: 'off',
    contextmenu: false,
    cursorBlinking: 'solid',
    smoothScrolling: false,
    fixedOverflowWidgets: true,
    padding: { top: 8, bottom: 8 },
  };
}

function handleOf(editor: Editor): EditorHandle {
  return {
    focus: () => editor.focus(),
    replaceAll: (source) => {
      const range = editor.getModel()?.getFullModelRange();
      if (!range) return;
      editor.pushUndoStop();
      editor.executeEdits(OWNER, [{ range, text: source }]);
      editor.pushUndoStop();
    },
    goToLine: (line) => {
      editor.setPosition({ lineNumber: line, column: 1 });
      editor.revealLineInCenter(line);
      editor.focus();
    },
  };
}

function useMarks(editor: RefObject<Editor | null>, marks: readonly LineMark[]): void {
  // Monaco is outside React.
  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    const markers = marks
      .filter(({ line }) => line >= 1 && line <= model.getLineCount())
      .map(({ line, message }) => ({
        severity: monaco.MarkerSeverity.Error,
        message,
        startLineNumber: line,
        endLineNumber: line,
        startColumn: Math.max(1, model.getLineFirstNonWhitespaceColumn(line)),
        endColumn: model.getLineMaxColumn(line),
      }));
    monaco.editor.setModelMarkers(model, OWNER, markers);
  }, [editor, marks]);
}

/** The Monaco editor. The text is state of Monaco and not of React, so that no render moves the caret. */
export function RichEditor(props: EditorProps) {
  const { marks, isReadOnly, handle } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const latest = useRef(props);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    latest.current = props;
  });
  // Monaco is outside React: created once, before its handle, and disposed on unmount.
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const made = monaco.editor.create(host.current, optionsFor(host.current, latest.current));
    editor.current = made;
    made.onDidChangeModelContent(() => latest.current.onChange(made.getValue()));
    made.onDidBlurEditorText(() => latest.current.onLeave());
    return () => {
      made.getModel()?.dispose();
      made.dispose();
      editor.current = null;
    };
  }, []);
  useEffect(() => monaco.editor.setTheme(defineTheme(scheme === 'dark')), [scheme]);
  useEffect(() => editor.current?.updateOptions({ readOnly: isReadOnly }), [isReadOnly]);
  useMarks(editor, marks);
  useImperativeHandle(handle, () => {
    if (!editor.current) throw new Error('Monaco is not there yet');
    return handleOf(editor.current);
  }, []);
  return <div ref={host} className={styles['host']} data-editor="rich" />;
}
