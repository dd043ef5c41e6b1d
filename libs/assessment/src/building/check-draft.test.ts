import fc from 'fast-check';
import type { AssessmentDraft, ContentSection } from '../draft';
import { type BankFacts, BankIndex } from './bank-facts';
import { checkDraft } from './check-draft';
import type { DraftIssue, DraftIssueCode } from './draft-issues';
import { drawQuestions } from './draw-questions';
import { proposeDraft } from './propose-draft';
import { resolveDraft } from './resolved-draft';
import { ROLES } from './roles';
import { aBank, aDraft, aFullBank, bankOf, diceOf, draftOf, pool } from './test-banks';

const codes = (draft: AssessmentDraft, facts: BankFacts): DraftIssueCode[] =>
  checkDraft(draft, facts).issues.map(({ code }) => code);
const errors = (draft: AssessmentDraft, facts: BankFacts): readonly DraftIssue[] =>
  checkDraft(draft, facts).issues.filter(({ severity }) => severity === 'error');

/** Issues that say that a pool cannot be drawn. */
const UNDRAWABLE: readonly DraftIssueCode[] = ['POOL_EMPTY', 'POOL_TOO_SMALL', 'POOLS_OVERLAP'];
const isDrawable = (draft: AssessmentDraft, facts: BankFacts): boolean =>
  !codes(draft, facts).some((code) => UNDRAWABLE.includes(code));

/** The draft as publishing freezes it, with question ids in place of version ids. */
function contentOf(draft: AssessmentDraft, facts: BankFacts): readonly ContentSection[] {
  const entries = resolveDraft(draft, new BankIndex(facts)).map(({ entry, options, draw }) => {
    const { id, weight } = entry;
    const ids = options.map((question) => question.id);
    if (entry.kind === 'question') return { kind: 'question' as const, id, weight, questionVersionId: ids[0] ?? '' };
    return { kind: 'pool' as const, id, weight, draw, unseenOnly: entry.unseenOnly, questionVersionIds: ids };
  });
  return [{ id: 'section', title: 'Section', minutes: null, entries }];
}

test('whatever the seed and whatever a person has seen, a draft without errors is drawn in full, without repetition', () => {
  let drawn = 0;
  fc.assert(
    fc.property(aFullBank, aDraft, fc.nat(), fc.subarray(Array.from({ length: 30 }, (_, n) => `q${n}`)), (...given) => {
      const [facts, draft, seed, seen] = given;
      if (errors(draft, facts).length > 0) return;
      drawn += 1;
      const sections = contentOf(draft, facts);
      const questions = drawQuestions({ sections, rng: diceOf(seed), seen: new Set(seen) });
      const ids = questions.map(({ questionVersionId }) => questionVersionId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { entry, options, draw } of resolveDraft(draft, new BankIndex(facts))) {
        const ofEntry = questions.filter(({ entryId }) => entryId === entry.id);
        expect(ofEntry).toHaveLength(draw);
        for (const { questionVersionId } of ofEntry) expect(options.map(({ id }) => id)).toContain(questionVersionId);
      }
    }),
    { numRuns: 2000 },
  );
  expect(drawn).toBeGreaterThan(100);
});

/** The largest number of questions that the pools can draw together, by trying everything. */
function mostByTrial(
  demands: readonly { need: number; options: readonly string[] }[],
  taken: ReadonlySet<string>,
): number {
  const [first, ...rest] = demands;
  if (first === undefined) return 0;
  if (first.need === 0) return mostByTrial(rest, taken);
  const without = mostByTrial(rest, taken);
  const using = first.options
    .filter((id) => !taken.has(id))
    .map((id) => 1 + mostByTrial([{ ...first, need: first.need - 1 }, ...rest], new Set([...taken, id])));
  return Math.max(without, ...using);
}

test('pools overlap exactly if no assignment of questions serves them all, which trying all assignments confirms', () => {
  let overlaps = 0;
  const smallPool = fc.record({
    need: fc.integer({ min: 1, max: 2 }),
    options: fc.subarray(['q0', 'q1', 'q2', 'q3', 'q4'], { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(smallPool, { minLength: 1, maxLength: 3 }), (pools) => {
      const facts = bankOf(Array.from({ length: 5 }, () => ({})));
      const all = facts.questions.map(({ id }) => id);
      const fitting = pools.map(({ need, options }) => ({ need: Math.min(need, options.length), options }));
      const entries = fitting.map(({ need, options }, index) =>
        pool(`p${index}`, { draw: need, excluded: all.filter((id) => !options.includes(id)) }),
      );
      const needed = fitting.reduce((sum, { need }) => sum + need, 0);
      const isImpossible = mostByTrial(fitting, new Set()) < needed;
      overlaps += isImpossible ? 1 : 0;
      expect(codes(draftOf(entries), facts).includes('POOLS_OVERLAP')).toBe(isImpossible);
    }),
    { numRuns: 500 },
  );
  expect(overlaps).toBeGreaterThan(10);
});

test('a larger bank never makes a draft undrawable', () => {
  fc.assert(
    fc.property(aBank, aDraft, aBank, (facts, draft, more) => {
      fc.pre(isDrawable(draft, facts));
      const added = more.questions.map((question) => ({ ...question, id: `more ${question.id}` }));
      expect(isDrawable(draft, { ...facts, questions: [...facts.questions, ...added] })).toBe(true);
    }),
  );
});

test('more time never adds an issue, but for the milder one in place of the other', () => {
  const limits = fc.tuple(fc.integer({ min: 1, max: 480 }), fc.integer({ min: 0, max: 480 }));
  fc.assert(
    fc.property(aBank, aDraft, limits, (facts, draft, [minutes, more]) => {
      const before = new Set(codes({ ...draft, minutes }, facts));
      if (before.has('MINUTES_TOO_FEW')) before.add('MINUTES_TIGHT');
      expect(codes({ ...draft, minutes: minutes + more }, facts).filter((code) => !before.has(code))).toEqual([]);
    }),
  );
});

test('a proposal has no errors whenever the bank has a question for it that four in five people have time for', () => {
  const wish = fc.record({
    role: fc.constantFrom(...ROLES),
    level: fc.constantFrom('junior' as const, 'mid' as const, 'senior' as const),
    skills: fc
      .constantFrom(...[['a'], ['a.one', 'b'], ['a', 'b', 'c']])
      .map((ids) => ids.map((skillId) => ({ skillId, weight: 1 }))),
    minutes: fc.integer({ min: 45, max: 120 }),
  });
  fc.assert(
    fc.property(aBank, wish, (facts, wanted) => {
      const draft = proposeDraft(wanted, facts);
      if (draft.sections.length > 0) expect(errors(draft, facts)).toEqual([]);
      const [low, high] = { junior: [1, 3], mid: [2, 4], senior: [3, 5] }[wanted.level] as [number, number];
      const topics = wanted.skills.map(({ skillId }) => skillId);
      const isUsable = ({ kind, level, minutes, skills }: BankFacts['questions'][number]): boolean =>
        kind === 'numeric' &&
        level >= low &&
        level <= high &&
        minutes <= 10 &&
        skills.some((skill) => topics.includes(skill) || topics.includes(skill.slice(0, 1)));
      const numeric = facts.questions.filter(({ kind }) => kind === 'numeric');
      if (numeric.length > 0 && numeric.every(isUsable)) expect(draft.sections).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});

describe('issues', () => {
  const python = { kind: 'code', languages: ['python'] };

  test('of a fixed question say why it cannot be given', () => {
    const facts = { ...bankOf([python, { kind: 'code', languages: ['r'] }]), practiceOnly: ['p'] };
    const only = (questionId: string, more = {}) =>
      errors(draftOf([{ kind: 'question', id: 'e', questionId, weight: 1 }], more), facts).map(({ code }) => code);
    expect(only('q0')).toEqual([]);
    expect(only('q0', { languages: ['sql'] })).toEqual(['QUESTION_LANGUAGE']);
    expect(only('q1')).toEqual(['QUESTION_LANGUAGE']);
    expect(only('p')).toEqual(['QUESTION_PRACTICE_ONLY']);
    expect(only('elsewhere')).toEqual(['QUESTION_GONE']);
  });

  test('are placed at the entry or the section that they are about', () => {
    const draft: AssessmentDraft = {
      ...draftOf([pool('p', { draw: 3 })]),
      sections: [
        { id: 'one', title: '', minutes: 5, entries: [pool('p', { draw: 3 })] },
        { id: 'two', title: '', minutes: null, entries: [] },
      ],
    };
    expect(errors(draft, bankOf([{}, {}])).map(({ code, where }) => [code, where.sectionId, where.entryId])).toEqual([
      ['SECTION_EMPTY', 'two', null],
      ['POOL_TOO_SMALL', 'one', 'p'],
      ['SECTION_MINUTES_TOO_FEW', 'one', null],
    ]);
  });

  test('count what a pool lost to fixed questions and to languages', () => {
    const facts = bankOf([python, python, { kind: 'code', languages: ['sql'] }]);
    const entries = [
      { kind: 'question' as const, id: 'f', questionId: 'q0', weight: 1 },
      pool('p', { draw: 2, kinds: ['code'] }),
    ];
    expect(errors(draftOf(entries, { languages: ['python'] }), facts)).toMatchObject([
      { code: 'POOL_TOO_SMALL', params: { draw: 2, found: 1, unanswerable: 1, fixed: 1 } },
    ]);
  });

  test('name languages that the installation does not offer, and those that no question takes', () => {
    const draft = draftOf([pool('p', { draw: 1 })], { languages: ['python', 'r'] });
    const found = codes(draft, bankOf([{}]));
    expect(found).toContain('LANGUAGE_NOT_OFFERED');
    expect(found).toContain('LANGUAGE_UNUSED');
  });

  test('warn of answers that everyone can read, in public banks only', () => {
    const draft = draftOf([pool('p')]);
    expect(codes(draft, bankOf([{ kind: 'choice' }]))).toContain('ANSWER_IS_PUBLIC');
    expect(codes(draft, bankOf([{ kind: 'choice', isPublic: false }]))).not.toContain('ANSWER_IS_PUBLIC');
    expect(codes(draft, bankOf([{ kind: 'numeric' }]))).not.toContain('ANSWER_IS_PUBLIC');
  });

  test.each(['javascript:alert(1)', 'https://user@example.org/', 'ftp://example.org', 'example.org', 'http://'])(
    'refuse %s as a link to documentation',
    (url) => {
      expect(codes(draftOf([pool('p')], { documentation: [{ title: '', url }] }), bankOf([{}]))).toContain(
        'LINK_NOT_WEB',
      );
    },
  );

  test('name a question that is given twice, and too many questions', () => {
    const twice = ['a', 'b'].map((id) => ({ kind: 'question' as const, id, questionId: 'q0', weight: 1 }));
    expect(codes(draftOf(twice), bankOf([{}]))).toContain('QUESTION_TWICE');
    const many = ['a', 'b', 'c'].map((id) => pool(id, { draw: 40 }));
    expect(codes(draftOf(many), bankOf(Array.from({ length: 200 }, () => ({ minutes: 1 }))))).toContain(
      'TOO_MANY_QUESTIONS',
    );
  });

  test('say which goals are missing, and which are covered at other levels only', () => {
    const goals = ['a', 'b'].map((skillId) => ({ skillId, weight: 1 }));
    const draft = draftOf([pool('p')], { skills: goals, level: 'senior' });
    const { issues, figures } = checkDraft(draft, bankOf([{ level: 1 }]));
    expect(issues.map(({ code, params }) => [code, params['skillId']])).toEqual([
      ['SKILL_MISSING', 'b'],
      ['SKILL_AT_OTHER_LEVELS', 'a'],
    ]);
    expect(figures.coverage).toEqual([
      { skillId: 'b', state: 'missing', wanted: 0.5, expected: 0, levels: [0, 0, 0, 0, 0] },
      { skillId: 'a', state: 'otherLevels', wanted: 0.5, expected: 1, levels: [1, 0, 0, 0, 0] },
    ]);
  });
});
