import { Readable } from 'node:stream';
import { type CandidateId, CandidateCopyRepository, CandidateRepository, Database } from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Acts, done } from '../../access/acts';
import { accountOf, type Ctx } from '../../access/context';
import { CHECK_ACCESS, type CheckAccess } from '../../platform/access/root-field-guard';
import { RateLimits } from '../../platform/access/rate-limits';
import { notFound } from '../../platform/app-error';
import { type ZipEntry, zipped } from '../../platform/http/zip';
import { idOrNotFound } from '../attempt/ids';
import { actorIn } from '../candidate-invitation/acting';
import { CandidateCopy } from '../taking/candidate-copy';

const EXPORTS = { limit: 60, windowSeconds: 3_600 } as const;
const ENDINGS: Readonly<Record<string, string>> = {
  python: 'py',
  sql: 'sql',
  r: 'R',
  javascript: 'mjs',
  typescript: 'ts',
};

type Stored = { readonly question: number; readonly answers: readonly { readonly answer: unknown }[] };
type Answer = { readonly kind: string; readonly [field: string]: unknown };

/** A candidate's data for an administrator, who passes it on to the person: what the person's own copy has. */
@Injectable()
export class CandidateExport {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly copies: CandidateCopy,
    private readonly limits: RateLimits,
    @Inject(CHECK_ACCESS) private readonly check: CheckAccess<Ctx>,
  ) {}

  async json(query: URLSearchParams, ctx: Ctx) {
    const candidateId = await this.open(query, ctx);
    return { fileName: 'candidate-data.json', content: Readable.from(this.copies.pieces(candidateId)) };
  }

  /** The same, and the last answers as files. */
  async zip(query: URLSearchParams, ctx: Ctx) {
    const candidateId = await this.open(query, ctx);
    return { fileName: 'candidate-data.zip', content: Readable.from(zipped(this.files(candidateId))) };
  }

  /** Whoever may read the settings of privacy may have the file: the access table decides. */
  private async open(query: URLSearchParams, ctx: Ctx): Promise<CandidateId> {
    const slug = query.get('slug') ?? '';
    await this.check({ root: 'Query', field: 'privacy', args: { slug } }, ctx);
    const by = await actorIn(ctx, slug);
    const candidateId = idOrNotFound(query.get('candidateId') ?? '') as CandidateId;
    if ((await this.db.repo(CandidateRepository).find(by.organizationId, candidateId)) === null) throw notFound();
    await this.limits.take(`candidate-export:${accountOf(ctx).accountId}`, EXPORTS);
    await this.acts.run(by, () => Promise.resolve(done(null, { act: 'candidate.exported', objectId: candidateId })));
    return candidateId;
  }

  private async *files(candidateId: CandidateId): AsyncGenerator<ZipEntry> {
    const pieces: string[] = [];
    for await (const piece of this.copies.pieces(candidateId)) pieces.push(piece);
    yield { name: 'data.json', content: pieces.join('') };
    const copies = this.db.repo(CandidateCopyRepository);
    const attempts = await copies.listAttempts(candidateId);
    for (const [index, attemptId] of attempts.entries()) {
      for (const itemId of await copies.listItems(attemptId)) {
        const { question, answers } = (await copies.item(itemId)) as unknown as Stored;
        const answer = answers.at(-1)?.answer as Answer | undefined;
        if (answer !== undefined) yield* filesOf(`assessment-${index + 1}/question-${question}`, answer);
      }
    }
  }
}

/** A program and a drawing as files that their programs open; any other answer as JSON. */
function* filesOf(name: string, answer: Answer): Generator<ZipEntry> {
  if (answer.kind === 'code' && typeof answer['source'] === 'string') {
    const ending = ENDINGS[String(answer['language'])] ?? 'txt';
    yield { name: `${name}.${ending}`, content: answer['source'] };
    return;
  }
  yield { name: `${name}.json`, content: JSON.stringify(answer, null, 2) };
  if (typeof answer['scene'] === 'object' && answer['scene'] !== null) {
    yield { name: `${name}.excalidraw`, content: JSON.stringify(answer['scene']) };
  }
}
