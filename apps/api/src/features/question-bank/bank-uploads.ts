import type { BankIssue, LoadedQuestion } from '@holdout/bank';
import type { OwnOrganization } from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { RateLimits } from '../../platform/access/rate-limits';
import { namespaced } from './bank-namespace';
import { BankReader } from './bank-reader';
import { lineOf } from './bank-refusals';
import type { ReadBank } from './bank-versions';
import { issuesOfUpload, type UploadedFile } from './uploaded-files';

export type Refused = { readonly kind: 'refused'; readonly issues: readonly BankIssue[] };

/** An upload that can be stored, if the bank that it names is the organization's. */
export type ReadUpload = {
  readonly kind: 'read';
  readonly read: ReadBank;
  readonly question: LoadedQuestion;
  /** The text of `bank.yaml`, for the lines of issues. */
  readonly bankYaml: string;
};

export const MOST_ISSUES = 100;
/** Enough for a bank of a thousand questions, each checked by a trial before it is published. */
const UPLOADS = { limit: 3_000, windowSeconds: 3_600 };
/** Ids of banks that come with the product. */
const RESERVED = /^(?:holdout|public|trial)(?:-|$)/;
const USES: readonly string[] = ['practice', 'assessment', 'both'];

export const TAKEN = 'this id cannot be used here; give the bank another id';
const TOO_HEAVY = 'reading the files took too long; make them smaller and simpler';

export const refused = (issues: readonly BankIssue[]): Refused => ({
  kind: 'refused',
  issues: issues.slice(0, MOST_ISSUES),
});

/** Reads the files that an organization uploads, all of which may be hostile. */
@Injectable()
export class BankUploads {
  constructor(
    private readonly limits: RateLimits,
    private readonly reader: BankReader,
  ) {}

  async read(organization: OwnOrganization, files: readonly UploadedFile[]): Promise<ReadUpload | Refused> {
    await this.limits.take(`publish:${organization.id}`, UPLOADS);
    const unfit = issuesOfUpload(files);
    if (unfit.length > 0) return refused(unfit);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const loaded = await this.reader.read(texts);
    if (loaded === null) return refused([{ file: 'questions', message: TOO_HEAVY }]);
    const { bank, issues } = loaded;
    const [question] = loaded.questions;
    if (bank === null || question === undefined) return refused(issues);
    const read = { ...loaded, bank, names: namespaced(loaded) };
    const bankYaml = texts.get('bank.yaml') ?? '';
    const issue = issueOfBank(read, organization, bankYaml);
    return issue === null ? { kind: 'read', read, question, bankYaml } : refused([issue]);
  }
}

function issueOfBank({ bank }: ReadBank, { slug }: OwnOrganization, text: string): BankIssue | null {
  const at = (key: string, message: string) => ({ file: 'bank.yaml', ...lineOf(text, key), message });
  if (bank.organization !== slug) return at('organization', `write the slug of your organization: ${slug}`);
  if (!USES.includes(bank.use)) return at('use', `write one of ${USES.join(', ')}`);
  return RESERVED.test(bank.id) ? at('id', TAKEN) : null;
}
