type Some = Record<string, unknown>;

const SPOKEN = { __typename: 'CodeLanguage', cpuSeconds: 2, memoryMb: 256, entry: 'total' };

/** For tests: a code item as the API returns it. */
export function aCodeItem(some: Some = {}): Some {
  return {
    __typename: 'AttemptItem',
    id: 'i',
    kind: 'CODE',
    question: { __typename: 'Question', id: 'q' },
    content: {
      __typename: 'CodeContent',
      statement: 'Add them up.',
      hints: [],
      languages: [{ ...SPOKEN, language: 'PYTHON', runtime: 'PYTHON', starter: 'def total(xs): ...' }],
      groups: [{ __typename: 'CaseGroup', name: 'plain', title: 'Plain', points: 2 }],
      metric: null,
      datasets: [],
      schema: null,
      tables: [],
      publicCases: [{ __typename: 'PublicCase', input: 'total([1, 2])', expected: '3' }],
    },
    response: null,
    codeDrafts: [],
    feedback: null,
    ...some,
  };
}
