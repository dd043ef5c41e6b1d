import { type AttemptRow, type InvitationId, type TakenContent, TakingRepository } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { LoaderFactory } from '../../access/context';

/** The attempt of an invitation, for members of its organization; null before it is started. */
export const attemptOfInvitation: LoaderFactory<string, AttemptRow | null> = (db) =>
  new DataLoader(async (invitationIds) => {
    const attempts = await db.repo(TakingRepository).listAttemptsOfInvitations(invitationIds);
    const byInvitation = new Map(attempts.map((attempt) => [attempt.invitationId, attempt]));
    return invitationIds.map((id) => byInvitation.get(id as InvitationId) ?? null);
  });

/** What an attempt is of; null in practice. */
export const contentOfAttempt: LoaderFactory<string, TakenContent | null> = (db) =>
  new DataLoader(async (attemptIds) => {
    const rows = await db.repo(TakingRepository).listContents(attemptIds);
    const byAttempt = new Map(rows.map((row) => [row.id, row]));
    return attemptIds.map((id) => byAttempt.get(id) ?? null);
  });
