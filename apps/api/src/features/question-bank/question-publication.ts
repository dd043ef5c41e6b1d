import { PRACTICE_DATA_SCOPE } from '@holdout/assessment';
import type { BankIssue, LoadedQuestion } from '@holdout/bank';
import { JobQueue } from '@holdout/job-queue';
import {
  type AccountId,
  BankContentRepository,
  BankPublicationRepository,
  type Clock,
  Database,
  type KnownVersionsRow,
  newId,
  type OwnOrganization,
  parseId,
  type QuestionVersionId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Acted, Acts, done, nothingDone } from '../../access/acts';
import { CLOCK } from '../../platform/app-options';
import { lineOf } from './bank-refusals';
import { BankUploads, MOST_ISSUES, type ReadUpload, refused, type Refused, TAKEN } from './bank-uploads';
import { preparedOf, type ReadBank, versionToInsert } from './bank-versions';
import { Preparation, type PreparationState } from './preparation';
import type { UploadedFile } from './uploaded-files';

export type QuestionChange = 'NEW_QUESTION' | 'NEW_VERSION' | 'EARLIER_VERSION' | 'UNCHANGED';

export type Upload = {
  readonly organization: OwnOrganization;
  readonly accountId: AccountId;
  readonly files: readonly UploadedFile[];
  readonly isTrial: boolean;
};

export type PublicationOutcome =
  | Refused
  | {
      readonly kind: 'published';
      readonly change: QuestionChange;
      readonly slug: string;
      readonly versionId: QuestionVersionId | null;
      readonly warnings: readonly BankIssue[];
    };

export type WithdrawalOutcome = 'withdrawn' | 'unknown' | 'loaded';

type Given = ReadUpload & { readonly organization: OwnOrganization; readonly isTrial: boolean };

/** Publishes questions to the banks of organizations, one by one. Everything in an upload may be hostile. */
@Injectable()
export class QuestionPublication {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly uploads: BankUploads,
    private readonly preparation: Preparation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async publish({ organization, accountId, files, isTrial }: Upload): Promise<PublicationOutcome> {
    const upload = await this.uploads.read(organization, files);
    if (upload.kind === 'refused') return upload;
    const actor = { organizationId: organization.id, accountId };
    return this.acts.run(actor, (tx) => this.store(tx, { ...upload, organization, isTrial }));
  }

  /** Takes a question out of its bank, which must be one that is published to. */
  async withdraw(organization: OwnOrganization, accountId: AccountId, slug: string): Promise<WithdrawalOutcome> {
    const questionId = slug.replace(':', '/');
    return this.acts.run(
      { organizationId: organization.id, accountId },
      async (tx): Promise<Acted<WithdrawalOutcome>> => {
        await tx.repo(BankContentRepository).lock();
        const stored = tx.repo(BankPublicationRepository);
        const offered = await stored.findOffered(organization.id, questionId);
        if (offered === null) return nothingDone('unknown');
        if (offered.isLoaded) return nothingDone('loaded');
        await stored.withdraw(offered.bankId, questionId, `withdrawn ${newId(this.clock)}`);
        return done('withdrawn', { act: 'question.withdrawn', objectId: offered.versionId, detail: { slug } });
      },
    );
  }

  /** How far a version of the organization is prepared; null if it has no such version. */
  async preparationOf(organization: OwnOrganization, versionId: string): Promise<PreparationState | null> {
    const id = parseId<QuestionVersionId>(versionId);
    const version = id && (await this.db.repo(BankPublicationRepository).findOwnVersion(id, organization.id));
    return id === null || version === null ? null : this.preparation.stateOf(this.db, { versionId: id, ...version });
  }

  private async store(tx: Database, given: Given): Promise<Acted<PublicationOutcome>> {
    const { read, question, organization, isTrial, bankYaml } = given;
    await tx.repo(BankContentRepository).lock();
    const stored = tx.repo(BankPublicationRepository);
    const bank = await stored.findBank(read.bank.id);
    const message = bank === null ? null : refusalOf(bank, organization);
    if (message !== null) return nothingDone(refused([{ file: 'bank.yaml', ...lineOf(bankYaml, 'id'), message }]));
    const known = await stored.findVersions(question.bundle.id, question.hash);
    const change = changeOf(known);
    if (isTrial) return nothingDone(outcomeOf(given, change, known.sameId));
    const versionId = change === 'UNCHANGED' ? known.currentId : await this.makeCurrent(tx, given, known.sameId);
    if (versionId === null) throw new Error('An unchanged question has a current version.');
    // Also of one that is unchanged: a preparation that has failed is started again.
    const prepared = [preparedOf(question, versionId)];
    await this.preparation.start(tx, prepared, { scope: PRACTICE_DATA_SCOPE, rank: 'account' });
    const outcome = outcomeOf(given, change, versionId);
    if (change === 'UNCHANGED') return nothingDone(outcome);
    return done(outcome, { act: 'question.published', objectId: versionId, detail: { slug: outcome.slug } });
  }

  private async makeCurrent(
    tx: Database,
    { read, question }: Given,
    sameId: QuestionVersionId | null,
  ): Promise<QuestionVersionId> {
    const content = tx.repo(BankContentRepository);
    await content.saveSkills(read.names.skills);
    await content.saveMisconceptions(read.names.misconceptions);
    await content.saveBank(read.bank);
    const versionId = sameId ?? (await this.insert(tx, read, question));
    await tx
      .repo(BankPublicationRepository)
      .makeCurrent(read.bank.id, question.bundle.id, versionId, `published ${newId(this.clock)}`);
    return versionId;
  }

  private async insert(tx: Database, read: ReadBank, question: LoadedQuestion): Promise<QuestionVersionId> {
    const version = versionToInsert(question, read, this.clock);
    await tx.repo(JobQueue).storeBundles(new Map([[question.hash, question.bundle]]));
    await tx.repo(BankContentRepository).insertVersions(read.bank.id, [version]);
    return version.id;
  }
}

/** Why the organization may not publish to the bank. Of a bank that is not its own, only that the id is taken. */
function refusalOf(
  bank: NonNullable<Awaited<ReturnType<BankPublicationRepository['findBank']>>>,
  { id }: OwnOrganization,
): string | null {
  if (bank.organizationId !== id) return TAKEN;
  return bank.isLoaded ? LOADED : null;
}

function changeOf({ isKnown, currentId, sameId }: KnownVersionsRow): QuestionChange {
  if (!isKnown) return 'NEW_QUESTION';
  if (sameId === null) return 'NEW_VERSION';
  return sameId === currentId ? 'UNCHANGED' : 'EARLIER_VERSION';
}

function outcomeOf(
  { read, question }: Given,
  change: QuestionChange,
  versionId: QuestionVersionId | null,
): Extract<PublicationOutcome, { kind: 'published' }> {
  const slug = question.bundle.id.replace('/', ':');
  return { kind: 'published', change, slug, versionId, warnings: read.issues.slice(0, MOST_ISSUES) };
}

const LOADED =
  'this installation loads the bank from a directory, where its questions are changed; to publish them one by one, the operator removes it from HOLDOUT_BANKS and restarts';
