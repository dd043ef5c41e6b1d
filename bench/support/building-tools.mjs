// The parts of the product that the benchmark of building runs, in one bundle.
import 'reflect-metadata';

export { Acts } from '../../apps/api/src/access/acts.ts';
export { CandidateInvitations } from '../../apps/api/src/features/candidate-invitation/candidate-invitations.service.ts';
export { CandidateLinks } from '../../apps/api/src/features/candidate-invitation/candidate-links.ts';
export { readInvitee } from '../../apps/api/src/features/candidate-invitation/invitee.ts';
export { Inviting } from '../../apps/api/src/features/candidate-invitation/inviting.ts';
export { Mails } from '../../apps/api/src/features/mail/mails.ts';
export { LinkTokens } from '../../apps/api/src/platform/access/link-token.ts';
export { allowanceOf, checkPerson } from '../../apps/web/src/features/candidate-invitations/people/check-person.ts';
export { decodeText } from '../../apps/web/src/features/candidate-invitations/people/decode-text.ts';
export { readPeople } from '../../apps/web/src/features/candidate-invitations/people/read-people.ts';
export { BankSearch } from '../../apps/api/src/features/assessment/bank-search.ts';
export { Blueprints } from '../../apps/api/src/features/assessment/blueprints.ts';
export { BankLoader } from '../../apps/api/src/features/question-bank/bank-loader.ts';
export { Preparation } from '../../apps/api/src/features/question-bank/preparation.ts';
export { API_TEMPLATE } from '../../apps/api/src/test-api.ts';
export { EMPTY_DRAFT, TEMPLATES } from '../../libs/assessment/src/index.ts';
export {
  Database,
  makeDataSource,
  newId,
  OrganizationRepository,
  systemClock,
} from '../../libs/persistence/src/index.ts';
export { parseSettings } from '../../libs/settings/src/index.ts';
export { startScratchPostgres } from '../../libs/testing/src/postgres.ts';
