import type { EditorHandle } from '@holdout/code-editor';
import { useRef, useState } from 'react';
import type { Language } from '../../generated/operations';
import { useDraft } from '../../answering/use-draft';
import type { CodeContent, CodeItem } from './code-item';

type Draft = ReturnType<typeof useDraft>['draft'];

type Spoken = CodeContent['languages'][number] | null;

const codeIn = (draft: Draft) => (draft?.kind === 'code' ? draft : null);

function spokenOf({ languages }: CodeContent, language: Language | undefined): Spoken {
  return languages.find((one) => one.language === language) ?? languages[0] ?? null;
}

/** The language and text that the editor opens with: as saved, else the starter of the first language. */
function opened(content: CodeContent, draft: Draft) {
  const saved = codeIn(draft);
  const spoken = spokenOf(content, saved?.language);
  return { spoken, language: spoken?.language ?? 'PYTHON', source: saved?.source ?? starterOf(spoken) };
}

const starterOf = (spoken: Spoken): string => spoken?.starter ?? '';

/** The code of one item: what stands in the editor, its saving, and the ways to replace it with Undo. */
export function useCode(item: CodeItem, content: CodeContent) {
  const { draft, edit, saver, setAside, drop } = useDraft(item);
  const editor = useRef<EditorHandle>(null);
  const [former, setFormer] = useState<string | null>(null);
  // The editor tells of every change, of our own too.
  const isReplacing = useRef(false);
  const { language, spoken, source } = opened(content, draft);
  const write = (next: string) => edit({ kind: 'code', language, source: next });
  const put = (next: string, before: string | null) => {
    isReplacing.current = true;
    editor.current?.replaceAll(next);
    isReplacing.current = false;
    setFormer(before);
    write(next);
  };
  return {
    editor,
    language,
    spoken,
    source,
    saver,
    setAside: setAside?.draft.kind === 'code' ? setAside : null,
    drop,
    type: (next: string) => {
      if (isReplacing.current || next === source) return;
      setFormer(null);
      write(next);
    },
    /** Puts other code in the editor; `undo` brings this one back. */
    replace: (next: string) => put(next, source),
    former,
    undo: () => {
      if (former !== null) put(former, null);
    },
    choose: (next: Language) =>
      edit({
        kind: 'code',
        language: next,
        source: starterOf(spokenOf(content, next)),
      }),
  };
}

export type CodeState = ReturnType<typeof useCode>;
