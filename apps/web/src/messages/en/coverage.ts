import { counted } from './counted';

type Totals = {
  readonly planted: number;
  readonly caught: number;
  readonly waived: number;
  readonly checked: number;
  readonly all: number;
};

export const coverage = {
  title: 'Coverage',
  summary: (questions: number, covered: number, skills: number) =>
    `The public bank has ${counted(questions, 'question')} on ${covered} of ${counted(skills, 'skill')}.`,
  byKind: 'By kind and level',
  byKindHow: 'Each question is counted once. Level 1 is a screening question, level 5 is senior.',
  bySkill: 'By skill',
  bySkillHow:
    'A question is counted under each of its skills, so the rows add up to more than the number of questions.',
  domain: (name: string, n: number) => `${name} (${counted(n, 'question')})`,
  none: 'None yet',
  levels: (low: number, high: number) => (low === high ? String(low) : `${low}–${high}`),
  columns: {
    kind: 'Kind',
    skill: 'Skill',
    all: 'All',
    questions: 'Questions',
    levels: 'Levels',
    question: 'Question',
    caught: 'Caught',
    waived: 'Waived',
    share: 'Share',
  },
  faults: 'Faults caught',
  faultsHow:
    'Mutation testing: small faults are planted in the reference solution, one at a time. A fault is caught when a hidden case fails. A fault that changes no answer is waived with a written reason and is not part of the share.',
  faultTotals: (language: string, { planted, caught, waived, checked, all }: Totals) =>
    `${language}: ${caught} of ${counted(planted, 'fault')} caught, ${waived} waived, in ${checked} of ${counted(all, 'question')}`,
  caught: (caught: number, planted: number) => `${caught} of ${planted}`,
  share: (share: number) => `${Math.floor(100 * share)} %`,
  nothingPlanted: 'None planted',
  notChecked: 'This version has not been checked',
};
