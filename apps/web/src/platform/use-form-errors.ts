import type { FieldError } from '@holdout/ui';
import { useState } from 'react';
import { useMessages } from '../messages/messages';
import { errorOf, fieldErrors, type InputIssue } from './input-issues';

/** The errors of one form: empty fields found here, and issues that the API reports. */
export function useFormErrors(form: string) {
  const messages = useMessages();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const show = (issues: readonly InputIssue[]) => setErrors(fieldErrors(messages, form, issues));
  return {
    errors,
    show,
    clear: () => setErrors([]),
    /** True if no field is empty; otherwise shows an error for each empty one. */
    isComplete: (values: Readonly<Record<string, string>>): boolean => {
      const missing = Object.keys(values).filter((field) => values[field]?.trim() === '');
      show(missing.map((field) => ({ field, code: 'MISSING', limit: null })));
      return missing.length === 0;
    },
    propsOf: (field: string) => ({ id: `${form}-${field}`, name: field, error: errorOf(errors, `${form}-${field}`) }),
  };
}
