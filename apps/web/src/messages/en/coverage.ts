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
    `The public bank has ${counted(questions, 'question')}. They cover ${covered} of ${counted(skills, 'skill')}; ${skills - covered === 1 ? '1 has' : `${skills - covered} have`} none yet.`,
  byKind: 'By kind and level',
  byKindHow: 'Each question counts once. Level 1 is a screen, level 5 senior.',
  bySkill: 'By skill',
  bySkillHow: 'A question counts for each of its skills, so that the rows add up to more than there are questions.',
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
    'Small faults are planted in the reference solution, one at a time. A fault is caught when a hidden case fails. One that changes no answer is waived, by name and with the reason, and is left out of the share.',
  faultTotals: (language: string, { planted, caught, waived, checked, all }: Totals) =>
    `${language}: ${caught} of ${counted(planted, 'fault')} caught, ${waived} waived, in ${checked} of ${counted(all, 'question')}`,
  caught: (caught: number, planted: number) => `${caught} of ${planted}`,
  share: (share: number) => `${Math.floor(100 * share)} %`,
  nothingPlanted: 'None planted',
  notChecked: 'This version is not checked',
  open: 'What the bank covers',
};
