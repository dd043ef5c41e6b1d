import { useState } from 'react';
import type { CodeContent } from '../code-item';
import type { CodeState } from './use-code';

export type OwnInput = {
  readonly isOn: boolean;
  readonly text: string;
  readonly turn: (isOn: boolean) => void;
  readonly type: (text: string) => void;
};

/** Custom input for Run; null if the kind has no arguments: queries and models. */
export function useOwnInput(spoken: CodeState['spoken'], { metric }: CodeContent): OwnInput | null {
  const [isOn, turn] = useState(false);
  const [text, type] = useState('[]');
  const hasArguments = spoken !== null && spoken.entry !== null;
  return hasArguments && metric === null ? { isOn, text, turn, type } : null;
}
