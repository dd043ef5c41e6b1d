import { useState } from 'react';

const STORED_AS = 'holdout.plain-editor';

function stored(): boolean {
  try {
    return localStorage.getItem(STORED_AS) === 'yes';
  } catch {
    return false;
  }
}

/** Whether the user writes code in a plain text field; stored on the device. */
export function usePlainChoice() {
  const [isPlain, setIsPlain] = useState(stored);
  const choose = (next: boolean): void => {
    setIsPlain(next);
    try {
      localStorage.setItem(STORED_AS, next ? 'yes' : 'no');
    } catch {
      // localStorage may be blocked; then the choice lasts as long as the page.
    }
  };
  return { isPlain, choose };
}
