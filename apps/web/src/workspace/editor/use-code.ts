import type { EditorHandle } from '@holdout/code-editor';
import { useRef, useState } from 'react';
import type { Language } from '../../generated/operations';
import { useDraft } from '../../answering/use-draft';
import type { CodeContent, CodeItem } from '../code-item';

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

/** What was written in each language, so that a change of language loses nothing. */
function useKept({ codeDrafts }: CodeItem, content: CodeContent, draft: Draft) {
  // As the server has it, and newer on this device.
  const [kept] = useState(() => {
    const shown = codeIn(draft);
    const unsent = Object.entries(shown?.others ?? {}) as [Language, string][];
    const all = [
      ...codeDrafts,
      ...unsent.map(([language, source]) => ({ language, source })),
      ...(shown ? [shown] : []),
    ];
    return new Map(all.map(({ language, source }) => [language, source]));
  });
  const draftOf = (language: Language, source: string) => {
    kept.set(language, source);
    const others = Object.fromEntries([...kept].filter(([name]) => name !== language));
    return { kind: 'code' as const, language, source, others };
  };
  const sourceIn = (language: Language) => kept.get(language) ?? starterOf(spokenOf(content, language));
  return { draftOf, sourceIn };
}

/** The code of one item: what stands in the editor, its saving, and the ways to replace it with Undo. */
export function useCode(item: CodeItem, content: CodeContent) {
  const { draft, edit, saver, setAside, drop } = useDraft(item);
  const editor = useRef<EditorHandle>(null);
  const [former, setFormer] = useState<string | null>(null);
  // The editor tells of every change, of our own too.
  const isReplacing = useRef(false);
  const { language, spoken, source } = opened(content, draft);
  const { draftOf, sourceIn } = useKept(item, content, draft);
  const write = (next: string) => edit(draftOf(language, next));
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
    runtime: spoken?.runtime ?? 'PYTHON',
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
    undo: () => (former === null ? undefined : put(former, null)),
    /** Puts the draft of another language in the editor, and keeps that of this one. */
    choose: (next: Language) => {
      saver.saveNow();
      setFormer(null);
      edit(draftOf(next, sourceIn(next)));
    },
  };
}

export type CodeState = ReturnType<typeof useCode>;
