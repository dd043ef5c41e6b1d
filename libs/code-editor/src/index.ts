export { CodeEditor } from './code-editor';
export { type EditorHandle, type EditorLanguage } from './editor-props';
export { usePlainChoice } from './plain-choice';
