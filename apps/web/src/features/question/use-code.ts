import type { EditorHandle } from '@holdout/code-editor';
import { useRef, useState } from 'react';
import type { Language } from '../../generated/operations';
import { useDraft } from '../../answering/use-draft';
import type { CodeContent, CodeItem } from './code-item';

/** The code of one item: what stands in the editor, its saving, and the ways to replace it with Undo. */
export function useCode(item: CodeItem, content: CodeContent) {
  const { draft, edit, saver, setAside, drop } = useDraft(item);
  const editor = useRef<EditorHandle>(null);
  const [former, setFormer] = useState<string | null>(null);
  // The editor tells of every change, of our own too.
  const isReplacing = useRef(false);
  const saved = draft?.kind === 'code' ? draft : null;
  const language: Language = saved?.language ?? content.languages[0]?.language ?? 'PYTHON';
  const spoken = content.languages.find((one) => one.language === language) ?? content.languages[0] ?? null;
  const source = saved?.source ?? spoken?.starter ?? '';
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
    choose: (next: Language) => {
      const starter = content.languages.find((one) => one.language === next)?.starter ?? '';
      edit({ kind: 'code', language: next, source: starter });
    },
  };
}

export type CodeState = ReturnType<typeof useCode>;
