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

/** The initial language and text: as saved, else the starter of the first language. */
function opened(content: CodeContent, draft: Draft) {
  const saved = codeIn(draft);
  const spoken = spokenOf(content, saved?.language);
  return { spoken, language: spoken?.language ?? 'PYTHON', source: saved?.source ?? starterOf(spoken) };
}

const starterOf = (spoken: Spoken): string => spoken?.starter ?? '';

/** Keeps the text of each language, so that switching language loses nothing. */
function useKept({ codeDrafts }: CodeItem, content: CodeContent, draft: Draft) {
  // Initialized from the server's drafts, overridden by newer ones on this device.
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

/** The code of one item: the editor's text, its saving, and replacing it with Undo. */
export function useCode(item: CodeItem, content: CodeContent) {
  const { draft, edit, saver, setAside, drop } = useDraft(item);
  const editor = useRef<EditorHandle>(null);
  const [former, setFormer] = useState<string | null>(null);
  // The editor reports every change, including our own.
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
    /** Replaces the code in the editor; `undo` restores the previous text. */
    replace: (next: string) => put(next, source),
    former,
    undo: () => (former === null ? undefined : put(former, null)),
    /** Switches to another language's draft and keeps the current one. */
    choose: (next: Language) => {
      saver.saveNow();
      setFormer(null);
      edit(draftOf(next, sourceIn(next)));
    },
  };
}

export type CodeState = ReturnType<typeof useCode>;
