import { lazy, Suspense } from 'react';
import type { EditorProps } from './editor-props';
import { PlainEditor } from './plain-editor';

const RichEditor = lazy(async () => ({ default: (await import('./rich-editor')).RichEditor }));

/** The field in which code is written: Monaco, or a plain text field where that serves better. */
export function CodeEditor({ isPlain, ...props }: EditorProps & { readonly isPlain: boolean }) {
  if (isPlain) return <PlainEditor {...props} />;
  // While Monaco is fetched the plain field shows the text; typing starts in the one that stays.
  return (
    <Suspense fallback={<PlainEditor {...props} isReadOnly marks={[]} />}>
      <RichEditor {...props} />
    </Suspense>
  );
}
