import { isAnswerPublic } from '@holdout/assessment';
import {
  type BankFilterRow,
  BlueprintRepository,
  Database,
  type OrganizationId,
  type QuestionRow,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import type { BankSearchFilter } from '../../generated/resolvers';
import { filterRow, readCursor } from '../question-bank/question-bank.service';

export type FoundQuestion = { readonly question: QuestionRow; readonly isAnswerPublic: boolean };

/** Search among the questions that an organization may use. */
@Injectable()
export class BankSearch {
  constructor(private readonly db: Database) {}

  async list(
    organizationId: OrganizationId,
    wanted: BankSearchFilter | null,
    page: { readonly first: number; readonly after: string | null },
  ) {
    const after = page.after === null ? null : readCursor(page.after);
    const filter: BankFilterRow = filterRow(wanted);
    return this.db.heavyRead(async (tx) => {
      const bank = tx.repo(BlueprintRepository);
      const { rows, total: totalCount } = await bank.search(organizationId, filter, { first: page.first + 1, after });
      return { rows: rows.slice(0, page.first).map(foundOf), hasNextPage: rows.length > page.first, totalCount };
    });
  }

  /** Null if the organization may not use it. */
  async find(organizationId: OrganizationId, questionId: string): Promise<FoundQuestion | null> {
    const question = await this.db.repo(BlueprintRepository).find(organizationId, questionId);
    return question === null ? null : foundOf(question);
  }
}

/** The address of a public question has no bank before its slug. */
const foundOf = (question: QuestionRow): FoundQuestion => ({
  question,
  isAnswerPublic: isAnswerPublic({ kind: question.kind, isPublic: !question.slug.includes(':') }),
});
