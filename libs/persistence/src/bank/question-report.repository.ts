import type { EntityManager } from 'typeorm';
import { columnsOf, type Practiser } from '../attempts/holder';
import { QuestionReportEntity } from '../grading/submission.entity';

export type ReportToInsert = {
  readonly id: string;
  /** What the reporting person may quote. */
  readonly reference: string;
  readonly questionVersionId: string;
  readonly attemptItemId: string | null;
  /** Null for a visitor without a session. */
  readonly practiser: Practiser | null;
  readonly reason: QuestionReportEntity['reason'];
  readonly text: string;
  readonly reportedAt: Date;
};

/** What people report about questions. */
export class QuestionReportRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert({ practiser, ...report }: ReportToInsert): Promise<void> {
    const { accountId, guestId } = columnsOf(practiser);
    await this.manager.insert(QuestionReportEntity, { ...report, accountId, guestId });
  }
}
