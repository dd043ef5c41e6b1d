import { QuestionBankRepository, type QuestionRow, SkillRepository } from '@holdout/persistence';
import DataLoader from 'dataloader';
import type { PracticeState, Skill } from '../../generated/resolvers';
import type { LoaderFactory } from '../../access/context';

const STATES = { new: 'NEW', tried: 'TRIED', done: 'DONE' } as const satisfies Record<string, PracticeState>;

/** Questions by the version that an item drew. */
export const questionOfVersion: LoaderFactory<string, QuestionRow> = (db) =>
  new DataLoader(async (versionIds) => {
    const rows = await db.repo(QuestionBankRepository).listByVersions(versionIds);
    const byVersion = new Map(rows.map((row) => [row.versionId, row]));
    return versionIds.map((id) => byVersion.get(id) ?? new Error(`Version ${id} is gone.`));
  });

/** Skills of a version, in the order of its question file. */
export const skillsOfVersion: LoaderFactory<string, Skill[]> = (db) =>
  new DataLoader(async (versionIds) => {
    const rows = await db.repo(SkillRepository).listSkills(versionIds);
    const byVersion = Map.groupBy(rows, (row) => row.versionId);
    return versionIds.map((id) =>
      (byVersion.get(id) ?? []).map((row) => ({ id: row.id, name: row.name, domain: row.domainName })),
    );
  });

/** The sender's practice state of a question. */
export const practiceStateOf: LoaderFactory<string, PracticeState> = (db, ctx) =>
  new DataLoader(async (questionIds) => {
    if (ctx.subject === null) return questionIds.map(() => 'NEW' as const);
    const rows = await db.repo(QuestionBankRepository).listPracticeStates(questionIds, ctx.subject);
    const byId = new Map(rows.map((row) => [row.questionId, row.state]));
    return questionIds.map((id) => STATES[byId.get(id) ?? 'new']);
  });
