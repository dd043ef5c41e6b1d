type Some = Record<string, unknown>;

const SPOKEN = { __typename: 'CodeLanguage', cpuSeconds: 2, memoryMb: 256, entry: 'total' };

/** For tests: a code item as the API returns it. */
export function aCodeItem(some: Some = {}): Some {
  return {
    __typename: 'AttemptItem',
    id: 'i',
    question: { __typename: 'Question', id: 'q', kind: 'CODE' },
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

export const PASSED = {
  __typename: 'Verdict',
  kind: 'PASSED',
  timeLimit: null,
  limit: null,
  reason: null,
  traceback: null,
  line: null,
};

/** For tests: a submission that is still in the queue. */
export function aSubmission(some: Some = {}): Some {
  return {
    __typename: 'Submission',
    id: 's',
    purpose: 'SUBMIT',
    language: 'PYTHON',
    source: 'def total(xs): ...',
    sentAt: '2026-11-20T14:02:00.000Z',
    status: 'QUEUED',
    placeInQueue: 1,
    earned: null,
    possible: null,
    verdict: null,
    groups: [],
    metric: null,
    cases: [],
    ...some,
  };
}

/** For tests: a graded submission with every group passed. */
export function aGradedSubmission(some: Some = {}): Some {
  const group = {
    __typename: 'GroupVerdict',
    name: 'plain',
    title: 'Plain',
    hint: null,
    passed: 3,
    total: 3,
    points: 2,
  };
  return aSubmission({
    status: 'GRADED',
    placeInQueue: null,
    earned: 2,
    possible: 2,
    verdict: PASSED,
    groups: [{ ...group, timeQuarters: 1, memoryQuarters: null, verdict: PASSED }],
    ...some,
  });
}
