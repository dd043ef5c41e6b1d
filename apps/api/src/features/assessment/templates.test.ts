import {
  type BankFacts,
  BankIndex,
  checkDraft,
  CODE_KINDS,
  FIXED_KEY_KINDS,
  goalsOf,
  MARKED_KINDS,
  proposeDraft,
  resolveDraft,
  ROLES,
  SAFE_KINDS,
  TEMPLATES,
  VARIANT_KINDS,
} from '@holdout/assessment';
import { kindOf, QUESTION_KINDS, readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import { DEMO_DRAFT } from '../demo/demo-draft';

const { questions, skills } = readBank(readBankFiles('bank'), { sha256 });
const facts: BankFacts = {
  questions: questions.map(({ bundle }) => ({
    id: bundle.id,
    kind: bundle.kind,
    level: bundle.level,
    minutes: bundle.minutes,
    skills: bundle.skills,
    languages: 'languages' in bundle.candidate ? Object.keys(bundle.candidate.languages) : [],
    isPublic: true,
  })),
  domains: Object.fromEntries(skills.map(({ id, domainId }) => [id, domainId])),
  practiceOnly: [],
  languages: ['python', 'sql', 'r', 'javascript', 'typescript'],
};
const bank = new BankIndex(facts);

const codesOf = (draft: Parameters<typeof checkDraft>[0]): string[] => [
  ...new Set(checkDraft(draft, bank).issues.map(({ code }) => code)),
];

test.each(TEMPLATES.map(({ id, draft }) => [id, draft] as const))(
  'the template %s can be published with the public bank: everything it draws is there, and four in five have time',
  (_id, draft) => {
    expect(
      codesOf(draft).filter((code) => !['SCORE_UNCERTAIN', 'SKILL_MISSING', 'SKILL_AT_OTHER_LEVELS'].includes(code)),
    ).toEqual([]);
    expect(draft.minutes).toBeGreaterThanOrEqual(45);
    expect(draft.minutes).toBeLessThanOrEqual(120);
  },
);

test.each(TEMPLATES.map(({ id, draft }) => [id, draft] as const))(
  'every pool of the template %s has a choice, and draws nothing whose answer is public',
  (_id, draft) => {
    for (const { options, draw } of resolveDraft(draft, bank)) {
      expect(options.length).toBeGreaterThan(draw);
      expect(options.filter(({ kind }) => !SAFE_KINDS.includes(kind))).toEqual([]);
    }
  },
);

test('of the demo assessment nothing is reported but that six questions cannot decide for sure', () => {
  expect(codesOf(DEMO_DRAFT)).toEqual(['SCORE_UNCERTAIN']);
});

test.each(ROLES.flatMap((role) => (['junior', 'mid', 'senior'] as const).map((level) => [role, level] as const)))(
  'a proposal for %s, %s, from the public bank has no errors and fills most of an hour and a half',
  (role, level) => {
    const check = checkDraft(proposeDraft({ role, level, skills: [], minutes: 90 }, bank), bank);
    expect(check.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(check.figures.minutes.p80).toBeGreaterThan(60);
    expect(check.figures.minutes.p80).toBeLessThanOrEqual(90);
  },
);

test.each([60, 90, 120])('a proposal for an ML engineer for fraud of %i minutes measures fraud', (minutes) => {
  const skills = [...goalsOf('ml-engineer', 'mid'), { skillId: 'systems.fraud', weight: 2 }];
  const { issues, figures } = checkDraft(
    proposeDraft({ role: 'ml-engineer', level: 'mid', skills, minutes }, bank),
    bank,
  );
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(figures.coverage.find(({ skillId }) => skillId === 'systems.fraud')?.expected).toBeGreaterThan(0);
  expect(figures.minutes.p80).toBeLessThanOrEqual(minutes);
});

test('the kinds of `@holdout/assessment` are those of the bank, by what scores them', () => {
  const scoredBy = (by: string): string[] => QUESTION_KINDS.filter((kind) => kindOf(kind).scoredBy === by);
  const families = QUESTION_KINDS.filter((kind) => kindOf(kind).hasVariants);
  expect([...VARIANT_KINDS]).toEqual(families);
  expect([...CODE_KINDS].sort()).toEqual(scoredBy('submission').sort());
  expect([...MARKED_KINDS].sort()).toEqual(scoredBy('people').sort());
  expect([...FIXED_KEY_KINDS, ...families].sort()).toEqual(scoredBy('key').sort());
  expect([...SAFE_KINDS].sort()).toEqual([...CODE_KINDS, ...MARKED_KINDS, ...families].sort());
});
