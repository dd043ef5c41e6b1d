import type { Recorded } from '@holdout/assessment';
import type { Recorded as ShownRecorded } from '../../../generated/resolvers';

const SHOWN = {
  revisions: 'REVISIONS',
  submissions: 'SUBMISSIONS',
  edits: 'EDITS',
  pastes: 'PASTES',
  focus: 'FOCUS',
  resizes: 'RESIZES',
  devices: 'DEVICES',
} as const satisfies Record<Recorded, ShownRecorded>;

export const shownRecorded = (recorded: Recorded): ShownRecorded => SHOWN[recorded];
