import { lazy, Suspense } from 'react';
import type { EditorLanguage, EditorProps } from './editor-props';
import { PlainEditor } from './plain-editor';

const load = () => import('./rich-editor');

/** Loads Monaco with these languages before it is shown, while there is a network. */
export async function fetchEditor(languages: readonly EditorLanguage[]): Promise<void> {
  const { fetchLanguage } = await load();
  await Promise.all(languages.map(fetchLanguage));
}

const RichEditor = lazy(async () => ({ default: (await load()).RichEditor }));

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
