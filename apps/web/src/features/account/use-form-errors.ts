import type { FieldError } from '@holdout/ui';
import { useState } from 'react';
import { useMessages } from '../../messages/messages';
import { errorOf, fieldErrors, type InputIssue } from '../../platform/input-issues';

/** The errors of one form: from empty fields here, and from what the API names. */
export function useFormErrors(form: string) {
  const messages = useMessages();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const show = (issues: readonly InputIssue[]) => setErrors(fieldErrors(messages, form, issues));
  return {
    errors,
    show,
    clear: () => setErrors([]),
    /** True when nothing is missing; otherwise says what is. */
    isComplete: (values: Readonly<Record<string, string>>): boolean => {
      const missing = Object.keys(values).filter((field) => values[field]?.trim() === '');
      show(missing.map((field) => ({ field, code: 'MISSING', limit: null })));
      return missing.length === 0;
    },
    propsOf: (field: string) => ({ id: `${form}-${field}`, name: field, error: errorOf(errors, `${form}-${field}`) }),
  };
}
