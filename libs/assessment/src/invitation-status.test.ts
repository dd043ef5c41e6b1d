import fc from 'fast-check';
import { type InvitationFacts, invitationStatus, mayStart } from './invitation-status';

const NOW = new Date('2026-11-30T12:00:00Z');
const before = new Date('2026-11-30T11:00:00Z');
const after = new Date('2026-11-30T13:00:00Z');

const invitation = (more: Partial<InvitationFacts> = {}): InvitationFacts => ({
  opensAt: null,
  expiresAt: after,
  openedAt: null,
  checkedInAt: null,
  declinedAt: null,
  withdrawnAt: null,
  startedAt: null,
  endedAt: null,
  ...more,
});

test.each([
  ['invited', {}],
  ['opened', { openedAt: before }],
  ['checkedIn', { openedAt: before, checkedInAt: before }],
  ['notYetOpen', { opensAt: after }],
  ['expired', { expiresAt: NOW }],
  ['declined', { openedAt: before, declinedAt: before }],
  ['withdrawn', { withdrawnAt: before }],
  ['started', { startedAt: before, expiresAt: before }],
  ['submitted', { startedAt: before, endedAt: before, withdrawnAt: before }],
] as const)('is %s', (status, facts) => {
  expect(invitationStatus(invitation(facts), NOW)).toBe(status);
});

const aTime = fc.option(fc.date({ min: before, max: after, noInvalidDate: true }), { nil: null });
const anInvitation = fc.record({
  opensAt: aTime,
  expiresAt: fc.date({ min: before, max: after, noInvalidDate: true }),
  openedAt: aTime,
  checkedInAt: aTime,
  declinedAt: aTime,
  withdrawnAt: aTime,
  startedAt: aTime,
  endedAt: fc.constant(null),
});

test('can be started only inside its window, and not after it was declined, withdrawn or started', () => {
  fc.assert(
    fc.property(anInvitation, (facts) => {
      const isOpen = facts.expiresAt > NOW && (facts.opensAt === null || facts.opensAt <= NOW);
      const isFree = facts.declinedAt === null && facts.withdrawnAt === null && facts.startedAt === null;
      expect(mayStart(facts, NOW)).toBe(isOpen && isFree);
    }),
  );
});
