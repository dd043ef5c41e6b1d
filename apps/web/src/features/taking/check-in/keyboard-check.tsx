import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCandidateMessages } from '../../../messages/candidate-messages';
import { CheckRow } from './check-row';
import type { CheckState } from './check-state';
import styles from './check-in.module.css';
import { compareTyped, SAMPLE } from './typed-text';

/** The person types a short text; what arrives is compared with it as it is typed. */
export function KeyboardCheck() {
  const words = useCandidateMessages().checkIn.keyboard;
  const [typed, setTyped] = useState('');
  const state = (): CheckState => {
    const compared = compareTyped(typed);
    switch (compared.kind) {
      case 'empty':
      case 'partly':
        return { kind: 'waiting', text: words.waiting };
      case 'same':
        return { kind: 'works', text: words.same };
      case 'otherAlphabet':
        return { kind: 'attention', text: words.otherAlphabet(compared.found) };
      case 'differs':
        return { kind: 'attention', text: words.differs(compared.expected, compared.found) };
    }
  };
  return (
    <CheckRow title={words.title} state={state()}>
      <TextInput
        label={
          <>
            <span>{words.type}</span> <span className={styles['sample']}>{SAMPLE}</span>
          </>
        }
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        classNames={{ input: styles['sample'] ?? '' }}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
    </CheckRow>
  );
}
