import {
  type AssessmentId,
  AssessmentRepository,
  type AssessmentVersionId,
  AssessmentVersionRepository,
  type AssessmentVersionRow,
  type NeedRow,
  PreviewRepository,
  type PreviewRow,
} from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { LoaderFactory } from '../../access/context';

type Counts = { readonly invited: number; readonly started: number; readonly submitted: number };

/** The published versions of an assessment, newest first. */
export const versionsOfAssessment: LoaderFactory<AssessmentId, AssessmentVersionRow[]> = (db) =>
  new DataLoader(async (ids) => {
    const byAssessment = Map.groupBy(
      await db.repo(AssessmentVersionRepository).listOf(ids),
      (version) => version.assessmentId,
    );
    return ids.map((id) => byAssessment.get(id) ?? []);
  });

/** Invitations and attempts of an assessment. */
export const countsOfAssessment: LoaderFactory<AssessmentId, Counts> = (db) =>
  new DataLoader(async (ids) => {
    const rows = new Map((await db.repo(AssessmentRepository).listCounts(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? { invited: 0, started: 0, submitted: 0 });
  });

type News = { readonly undelivered: number; readonly lastSubmittedAt: Date | null };

/** What happened to an assessment that members look for. */
export const newsOfAssessment: LoaderFactory<AssessmentId, News> = (db) =>
  new DataLoader(async (ids) => {
    const rows = new Map((await db.repo(AssessmentRepository).listNews(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? { undelivered: 0, lastSubmittedAt: null });
  });

/** What the questions of a version need. */
export const needsOfVersion: LoaderFactory<AssessmentVersionId, readonly NeedRow[]> = (db) =>
  new DataLoader((ids) => Promise.all(ids.map((id) => db.repo(AssessmentVersionRepository).listNeeds(id))));

/** What a preview is of; null for other attempts. */
export const previewOfAttempt: LoaderFactory<string, PreviewRow | null> = (db) =>
  new DataLoader(async (attemptIds) => {
    const rows = await db.repo(PreviewRepository).listOf(attemptIds);
    const byAttempt = new Map<string, PreviewRow>(rows.map((row) => [row.attemptId, row]));
    return attemptIds.map((id) => byAttempt.get(id) ?? null);
  });
