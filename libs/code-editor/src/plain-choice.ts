import { useState } from 'react';

const STORED_AS = 'holdout.plain-editor';

function stored(): boolean {
  try {
    return localStorage.getItem(STORED_AS) === 'yes';
  } catch {
    return false;
  }
}

/** Whether this person writes code in a plain text field; remembered on the device. */
export function usePlainChoice() {
  const [isPlain, setIsPlain] = useState(stored);
  const choose = (next: boolean): void => {
    setIsPlain(next);
    try {
      localStorage.setItem(STORED_AS, next ? 'yes' : 'no');
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
  };
  return { isPlain, choose };
}
