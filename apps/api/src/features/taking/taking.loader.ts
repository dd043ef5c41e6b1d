import {
  type AttemptRow,
  type InvitationId,
  type SectionRow,
  type TakenContent,
  TakingRepository,
  TimeRepository,
} from '@holdout/persistence';
import { totalsOf } from '@holdout/timing';
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

/** The sections of an attempt that have a clock of their own. */
export const timedSectionsOfAttempt: LoaderFactory<string, readonly SectionRow[]> = (db) =>
  new DataLoader(async (attemptIds) => {
    const byAttempt = Map.groupBy(await db.repo(TimeRepository).listSections(attemptIds), ({ attemptId }) => attemptId);
    return attemptIds.map((id) => byAttempt.get(id) ?? []);
  });

/** The extra time of an attempt as it is now, as a share of the limit. */
export const extraTimeOfAttempt: LoaderFactory<string, number> = (db) =>
  new DataLoader(async (attemptIds) => {
    const byAttempt = Map.groupBy(await db.repo(TimeRepository).list(attemptIds), ({ attemptId }) => attemptId);
    return attemptIds.map((id) => totalsOf((byAttempt.get(id) ?? []).map(({ entry }) => entry)).share);
  });
