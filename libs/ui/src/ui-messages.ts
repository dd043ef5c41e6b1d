import { createContext, use } from 'react';
import type { StatusKind } from './status-icon';

/** The texts of this library, in one language. */
export type UiMessages = {
  readonly status: Readonly<Record<StatusKind, string>>;
  readonly band: {
    readonly words: (estimate: string, low: string, high: string) => string;
    readonly sentence: (label: string, estimate: string, low: string, high: string) => string;
  };
  readonly pane: {
    readonly title: string;
    readonly safe: string;
    readonly errorId: (id: string) => string;
    readonly retry: string;
    readonly slow: string;
  };
  readonly form: {
    readonly summary: (count: number) => string;
    readonly line: (label: string, words: string) => string;
  };
  readonly keys: {
    readonly title: string;
    readonly singleKeys: string;
    readonly singleKeysWhy: string;
  };
  readonly close: string;
  readonly undo: string;
  readonly opensOutside: string;
  readonly colorScheme: {
    readonly label: string;
    readonly auto: string;
    readonly light: string;
    readonly dark: string;
  };
};

/** Set once by `UiProvider`. */
export const UiMessagesContext = createContext<UiMessages | null>(null);

/** The texts of this library in the language of the page. */
export function useUiMessages(): UiMessages {
  const messages = use(UiMessagesContext);
  if (!messages) throw new Error('UiProvider is missing above this component');
  return messages;
}
