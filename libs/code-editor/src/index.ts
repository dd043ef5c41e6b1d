export { CodeEditor, fetchEditor } from './code-editor';
export { type EditorHandle, type EditorLanguage, type LineMark } from './editor-props';
export { usePlainChoice } from './plain-choice';
