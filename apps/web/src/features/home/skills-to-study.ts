import type { HomeQuery } from '../../generated/operations';

type Progress = HomeQuery['progress']['skills'][number];
type Skill = Progress['skill'];

/** A skill and the reason for proposing it. */
export type Proposal =
  | { readonly why: 'lowest'; readonly skill: Skill; readonly n: number; readonly band: NonNullable<Progress['band']> }
  | { readonly why: 'few'; readonly skill: Skill; readonly n: number }
  | { readonly why: 'untouched'; readonly skill: Skill; readonly questionCount: number };

type Counted = { readonly skill: Skill; readonly questionCount: number };

const MOST = 3;
const STRONG = 80;

function proposalOf({ skill, n, band }: Progress): Proposal {
  return band ? { why: 'lowest', skill, n, band } : { why: 'few', skill, n };
}

const estimateOf = (proposal: Proposal) => (proposal.why === 'lowest' ? proposal.band.estimate : 0);

/**
 * At most three skills to study: first the lowest estimates, then skills with too little data, then untried ones. A
 * skill with a high estimate comes last.
 */
export function skillsToStudy(practised: readonly Progress[], all: readonly Counted[]): readonly Proposal[] {
  const begun = practised.map(proposalOf);
  const known = begun.filter((one) => one.why === 'lowest').toSorted((a, b) => estimateOf(a) - estimateOf(b));
  const few = begun.filter((one) => one.why === 'few');
  const touched = new Set(practised.map(({ skill }) => skill.id));
  const untouched: Proposal[] = all
    .filter(({ skill, questionCount }) => questionCount > 0 && !touched.has(skill.id))
    .map(({ skill, questionCount }) => ({ why: 'untouched', skill, questionCount }));
  const weak = known.filter((one) => estimateOf(one) < STRONG);
  const strong = known.filter((one) => estimateOf(one) >= STRONG);
  return [...weak, ...few, ...untouched, ...strong].slice(0, MOST);
}
