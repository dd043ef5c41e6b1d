import { Readable } from 'node:stream';
import { CandidateCopyRepository, type CandidateId, Database } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf, type Ctx } from '../../access/context';
import { CHECK_ACCESS, type CheckAccess } from '../../platform/access/root-field-guard';
import { RateLimits } from '../../platform/access/rate-limits';

const COPIES = { limit: 20, windowSeconds: 3_600 } as const;

/** A candidate's own copy of what the organization stores about them, as JSON. It has no keys, verdicts or scores. */
@Injectable()
export class CandidateCopy {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    @Inject(CHECK_ACCESS) private readonly check: CheckAccess<Ctx>,
  ) {}

  /** Whoever may read `myCandidateData` may have the file: the access table decides. */
  async open(ctx: Ctx) {
    await this.check({ root: 'Query', field: 'myCandidateData', args: {} }, ctx);
    const { candidateId } = candidateOf(ctx).holder;
    await this.limits.take(`candidate-copy:${candidateId}`, COPIES);
    return { fileName: 'my-data.json', content: Readable.from(this.pieces(candidateId)) };
  }

  /** One item at a time: the revisions of a drawing may be megabytes. */
  async *pieces(candidateId: CandidateId): AsyncGenerator<string> {
    const copies = this.db.repo(CandidateCopyRepository);
    yield `{"person":${JSON.stringify(await copies.person(candidateId))},"attempts":[`;
    let before = '';
    for (const attemptId of await copies.listAttempts(candidateId)) {
      yield `${before}{"attempt":${JSON.stringify(await copies.attempt(attemptId))},"items":[`;
      yield* this.items(attemptId);
      yield ']}';
      before = ',';
    }
    yield ']}\n';
  }

  private async *items(attemptId: string): AsyncGenerator<string> {
    const copies = this.db.repo(CandidateCopyRepository);
    let before = '';
    for (const itemId of await copies.listItems(attemptId)) {
      yield before + JSON.stringify(await copies.item(itemId));
      before = ',';
    }
  }
}
