import fc from 'fast-check';
import type { AssessmentRules, AttemptFacts, AttemptRules, ItemFacts } from './attempt-facts';
import { pageOf, policyOf, PRACTICE_DATA_SCOPE } from './policy';

const NOW = new Date('2026-03-02T10:00:00Z');
const moment = fc.option(fc.constant(NOW), { nil: null });

const anItem: fc.Arbitrary<ItemFacts> = fc.record({
  fixedAt: moment,
  isScoredBySubmission: fc.boolean(),
  hasFullMarks: fc.boolean(),
});

const someRules: fc.Arbitrary<AttemptRules> = fc.record({
  languages: fc.subarray(['python', 'sql', 'r']),
  mayGoBack: fc.boolean(),
  countedSubmission: fc.constantFrom('best', 'last'),
  afterRelease: fc.constantFrom('nothing', 'score', 'answers'),
});

const assessment = (facts: Partial<AttemptFacts> = {}): AttemptFacts => ({
  purpose: 'assessment',
  form: 'assessment',
  assessmentVersionId: 'version-1',
  rules: null,
  endedAt: null,
  releasedAt: null,
  ...facts,
});

const practice = (form: 'single' | 'quiz', endedAt: Date | null = null): AttemptFacts => ({
  purpose: 'practice',
  form,
  assessmentVersionId: null,
  rules: null,
  endedAt,
  releasedAt: null,
});

const open: ItemFacts = { fixedAt: null, isScoredBySubmission: false, hasFullMarks: false };
const fixed: ItemFacts = { ...open, fixedAt: NOW };
const passedCode: ItemFacts = { fixedAt: null, isScoredBySubmission: true, hasFullMarks: true };

test('an assessment shows nothing of an item before release, whatever its rules and the state of the item', () => {
  const someOrNone = fc.option(someRules, { nil: null });
  fc.assert(
    fc.property(anItem, moment, someOrNone, (item, endedAt, rules) => {
      const policy = policyOf(assessment({ endedAt, rules }));
      expect(policy.showsFeedback(item)).toBe(false);
      expect(policy).toMatchObject({
        showsHints: false,
        showsQuestion: false,
        showsGroups: false,
        showsVerdicts: false,
        showsScore: false,
      });
      expect(policy).toMatchObject({ endsItemByItem: false, allowsSelfMarks: false });
    }),
  );
});

test.each<[AssessmentRules['afterRelease'], { score: boolean; answers: boolean }]>([
  ['nothing', { score: false, answers: false }],
  ['score', { score: true, answers: false }],
  ['answers', { score: true, answers: true }],
])('an assessment that releases %s shows this after release, and nothing else', (afterRelease, shown) => {
  const rules = { languages: [], mayGoBack: true, countedSubmission: 'best', afterRelease } as const;
  const policy = policyOf(assessment({ endedAt: NOW, releasedAt: NOW, rules }));
  expect(policy.showsScore).toBe(shown.score);
  expect(policy.showsFeedback(fixed)).toBe(shown.answers);
  expect(policy.showsFeedback(open)).toBe(false);
  const { showsHints, showsQuestion, showsVerdicts } = policy;
  expect([showsHints, showsQuestion, showsVerdicts]).toEqual(Array(3).fill(shown.answers));
});

test('an assessment without rules has the strictest ones', () => {
  const policy = policyOf(assessment({ endedAt: NOW, releasedAt: NOW }));
  expect(policy).toMatchObject({ mayGoBack: false, countedSubmission: 'last', showsScore: false, showsHints: false });
});

test('the data scope of an assessment is its version, that of practice the installation', () => {
  expect(policyOf(assessment({ assessmentVersionId: 'version-2' })).dataScope).toBe('version-2');
  for (const form of ['single', 'quiz'] as const) expect(policyOf(practice(form)).dataScope).toBe(PRACTICE_DATA_SCOPE);
});

test('only an assessment records the history of an answer', () => {
  expect(policyOf(practice('quiz')).recorded).toEqual(['revisions', 'submissions']);
  expect(policyOf(assessment()).recorded).toEqual(expect.arrayContaining(['edits', 'pastes', 'focus', 'devices']));
});

test('a practised question shows its key once it is fixed, and code also once it has full marks', () => {
  const { showsFeedback } = policyOf(practice('single'));
  expect([open, fixed, passedCode].map(showsFeedback)).toEqual([false, true, true]);
  expect(showsFeedback({ ...open, hasFullMarks: true })).toBe(false);
});

test('a quiz shows no key, hint, verdict or title of a question before it has ended', () => {
  fc.assert(
    fc.property(anItem, (item) => {
      const policy = policyOf(practice('quiz'));
      expect(policy.showsFeedback(item)).toBe(false);
      expect(policy).toMatchObject({
        showsHints: false,
        showsQuestion: false,
        showsVerdicts: false,
        showsScore: false,
      });
    }),
  );
  const ended = policyOf(practice('quiz', NOW));
  expect(ended).toMatchObject({ showsHints: true, showsQuestion: true, showsVerdicts: true, showsScore: true });
  expect(ended.showsFeedback(fixed)).toBe(true);
});

test('a purpose that does not match the form is refused', () => {
  expect(() => policyOf({ ...practice('single'), purpose: 'assessment' })).toThrow('must be practice');
  expect(() => policyOf(assessment({ purpose: 'practice' }))).toThrow('its version');
  expect(() => policyOf(assessment({ assessmentVersionId: null }))).toThrow('its version');
});

test('code is answered in the languages that the assessment allows, or in any if its question offers none of them', () => {
  const rules = {
    languages: ['python', 'sql'],
    mayGoBack: true,
    countedSubmission: 'last',
    afterRelease: 'nothing',
  } as const;
  const { languagesOf } = policyOf(assessment({ rules }));
  expect(languagesOf(['r', 'python'])).toEqual(['python']);
  expect(languagesOf(['r'])).toEqual(['r']);
  expect(policyOf(assessment()).languagesOf(['r'])).toEqual(['r']);
  expect(policyOf(practice('quiz')).languagesOf(['r', 'python'])).toEqual(['r', 'python']);
});

test('a preview shows what an assessment shows before release, on the hidden data of practice, and tells nobody', () => {
  const preview = policyOf(assessment({ purpose: 'preview', assessmentVersionId: null, endedAt: NOW }));
  const { dataScope, tellsOthers, givesReceipt, recorded } = preview;
  expect({ dataScope, tellsOthers, givesReceipt }).toEqual({
    dataScope: PRACTICE_DATA_SCOPE,
    tellsOthers: false,
    givesReceipt: false,
  });
  expect(recorded).toEqual(['revisions', 'submissions']);
  expect(preview.showsFeedback(fixed)).toBe(false);
  expect(preview).toMatchObject({ showsHints: false, showsQuestion: false, showsVerdicts: false, showsScore: false });
});

const SOME_RULES = { languages: [], mayGoBack: true, countedSubmission: 'last', afterRelease: 'answers' } as const;

test('a trial has no total, records nothing, is graded on practice data and lets people go back', () => {
  const trial = policyOf(assessment({ purpose: 'trial', rules: { ...SOME_RULES, mayGoBack: false }, endedAt: NOW }));
  expect(trial).toMatchObject({
    isTrial: true,
    recorded: [],
    dataScope: PRACTICE_DATA_SCOPE,
    mayGoBack: true,
    givesReceipt: false,
    tellsOthers: false,
    showsScore: false,
    showsVerdicts: false,
    showsQuestion: false,
  });
  expect(trial.showsFeedback(fixed)).toBe(false);
});

test('code is tried in the languages of the assessment', () => {
  const { languagesOf } = policyOf(assessment({ purpose: 'trial', rules: { ...SOME_RULES, languages: ['r'] } }));
  expect(languagesOf(['python', 'r'])).toEqual(['r']);
});

test('a section is on a page where that is chosen and people may go back; versions that do not say it show one question', () => {
  expect(pageOf({ mayGoBack: true, page: 'section' })).toBe('section');
  expect(pageOf({ mayGoBack: false, page: 'section' })).toBe('item');
  expect(pageOf({ mayGoBack: true })).toBe('item');
});
