import { lazy, Suspense } from 'react';
import type { EditorProps } from './editor-props';
import { PlainEditor } from './plain-editor';

/** Loads Monaco before it is shown, while there is a network. */
export const fetchEditor = () => import('./rich-editor');

const RichEditor = lazy(async () => ({ default: (await fetchEditor()).RichEditor }));

/** The code field: Monaco, or a plain text field if `isPlain`. */
export function CodeEditor({ isPlain, ...props }: EditorProps & { readonly isPlain: boolean }) {
  if (isPlain) return <PlainEditor {...props} />;
  // While Monaco loads, the plain field shows the text read-only, so that nothing typed is lost at the switch.
  return (
    <Suspense fallback={<PlainEditor {...props} isReadOnly marks={[]} />}>
      <RichEditor {...props} />
    </Suspense>
  );
}
