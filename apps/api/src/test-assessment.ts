import { randomUUID } from 'node:crypto';
import type { AssessmentContent, ContentEntry } from '@holdout/assessment';
import { EMPTY_DRAFT } from '@holdout/assessment';
import { newToken, hashOfToken } from './platform/access/link-token';

type Queries = { query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T> };

/** Where the questions of an assessment are: fixed by slug, or a number drawn from slugs. */
export type TestEntry =
  | { readonly slug: string; readonly weight?: number }
  | {
      readonly draw: number;
      readonly from: readonly string[];
      readonly unseenOnly?: boolean;
      readonly weight?: number;
    };

export type TestSection = {
  readonly title: string;
  /** Its own time limit; none if it is left out. */
  readonly minutes?: number;
  readonly entries: readonly TestEntry[];
};

/** An invitation as a test made it. */
export type TestInvitation = {
  readonly id: string;
  readonly token: string;
  readonly candidateId: string;
  readonly email: string;
};

export type InvitationMore = {
  readonly candidateId?: string;
  readonly expiresAt?: Date;
  readonly opensAt?: Date;
  readonly createdBy?: string;
  readonly extraTime?: number;
  readonly breakSeconds?: number;
};

const IN_A_WEEK_MS = 7 * 86_400_000;

/** Publishes assessments and invites candidates directly in the tables. */
export class TestAssessments {
  constructor(
    private readonly db: Queries,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async organization(slug: string, name = slug): Promise<string> {
    const id = randomUUID();
    await this.db.query('insert into organization (id, slug, name, created_at) values ($1, $2, $3, $4)', [
      id,
      slug,
      name,
      this.now(),
    ]);
    return id;
  }

  /** A published version whose cases and variants exist; returns its id. */
  async publish(
    organizationId: string,
    sections: readonly TestSection[],
    settings: Partial<AssessmentContent> = {},
  ): Promise<string> {
    const [assessmentId, versionId] = [randomUUID(), randomUUID()];
    const content: AssessmentContent = {
      ...EMPTY_DRAFT,
      title: 'ML engineer II',
      ...settings,
      sections: await Promise.all(sections.map((section, index) => this.sectionOf(section, index))),
    };
    await this.db.query(
      `insert into assessment (id, organization_id, title, created_at, draft, draft_revision, updated_at)
       values ($1, $2, $3, $4, $5, 1, $4)`,
      [assessmentId, organizationId, content.title, this.now(), JSON.stringify(EMPTY_DRAFT)],
    );
    await this.db.query(
      `insert into assessment_version (id, organization_id, assessment_id, number, content, content_hash, published_at)
       values ($1, $2, $3, 1, $4, 'hash', $5)`,
      [versionId, organizationId, assessmentId, JSON.stringify(content), this.now()],
    );
    await this.db.query(
      'insert into assessment_version_question (assessment_version_id, question_version_id) select $1, unnest($2::uuid[])',
      [versionId, [...new Set(content.sections.flatMap(({ entries }) => entries.flatMap(versionsOf)))]],
    );
    await this.prepare(versionId);
    return versionId;
  }

  /** An invited candidate, new unless one is given. */
  async invite(organizationId: string, versionId: string, more: InvitationMore = {}): Promise<TestInvitation> {
    const candidateId = more.candidateId ?? (await this.candidate(organizationId, more));
    const [id, token] = [randomUUID(), newToken()];
    const email = `${candidateId}@candidate.example`;
    const expiresAt = more.expiresAt ?? new Date(this.now().getTime() + IN_A_WEEK_MS);
    await this.db.query(
      `insert into invitation (id, organization_id, purpose, token_hash, email, candidate_id, assessment_version_id,
         created_at, opens_at, expires_at, created_by, assessment_id)
       values ($1, $2, 'assessment', $3, $4, $5, $6, $7, $8, $9, $10,
         (select assessment_id from assessment_version where id = $6))`,
      [
        id,
        organizationId,
        hashOfToken(token),
        email,
        candidateId,
        versionId,
        this.now(),
        more.opensAt ?? null,
        expiresAt,
        more.createdBy ?? null,
      ],
    );
    return { id, token, candidateId, email };
  }

  /** A queue of answers to some question of the bank, without answers. */
  async reviewQueue(id: string, organizationId: string, assessmentId: string): Promise<void> {
    await this.db.query(
      `insert into review_queue (id, organization_id, assessment_id, question_version_id, rubric_version_id, created_at)
       select $1, $2, $3, v.id, v.id, $4 from question_version v where v.kind = 'scenario' order by v.question_id limit 1`,
      [id, organizationId, assessmentId, this.now()],
    );
  }

  private async candidate(organizationId: string, { extraTime = 0, breakSeconds = 0 }: InvitationMore) {
    const id = randomUUID();
    await this.db.query(
      'insert into candidate (id, organization_id, created_at, extra_time, break_seconds) values ($1, $2, $3, $4, $5)',
      [id, organizationId, this.now(), extraTime, breakSeconds],
    );
    await this.db.query(
      'insert into candidate_profile (candidate_id, organization_id, email, name) values ($1, $2, $3, $4)',
      [id, organizationId, `${id}@candidate.example`, 'A candidate'],
    );
    return id;
  }

  private async sectionOf({ title, minutes, entries }: TestSection, index: number) {
    return {
      id: `section-${index + 1}`,
      title,
      minutes: minutes ?? null,
      entries: await Promise.all(entries.map((entry, place) => this.entryOf(entry, `${index + 1}-${place + 1}`))),
    };
  }

  private async entryOf(entry: TestEntry, id: string): Promise<ContentEntry> {
    const { weight = 1 } = entry;
    if ('slug' in entry) {
      return { kind: 'question', id, weight, questionVersionId: await this.versionOf(entry.slug) };
    }
    const questionVersionIds = await Promise.all(entry.from.map((slug) => this.versionOf(slug)));
    return { kind: 'pool', id, weight, draw: entry.draw, unseenOnly: entry.unseenOnly ?? false, questionVersionIds };
  }

  private async versionOf(slug: string): Promise<string> {
    const sql = 'select current_version_id as id from question where slug = $1';
    const [row] = await this.db.query<{ id: string }[]>(sql, [slug]);
    if (row === undefined) throw new Error(`There is no question ${slug}.`);
    return row.id;
  }

  /** Takes the cases of practice as those of this version: in tests no generator runs. */
  private async prepare(scope: string): Promise<void> {
    await this.db.query(
      `insert into preparation (question_version_id, scope, job_id, started_at, done_at, failure)
       select question_version_id, $1, job_id, started_at, done_at, failure from preparation where scope = 'practice'`,
      [scope],
    );
  }
}

const versionsOf = (entry: ContentEntry): readonly string[] =>
  entry.kind === 'pool' ? entry.questionVersionIds : [entry.questionVersionId];
