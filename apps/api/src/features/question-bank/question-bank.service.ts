import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import {
  AttemptRepository,
  type Clock,
  Database,
  columnsOf,
  type Holders,
  newId,
  PersonRepository,
  type Practiser,
  QuestionBankRepository,
  type QuestionFilterRow,
  QuestionReportRepository,
  type QuestionRow,
  type ReportToInsert,
  SkillRepository,
} from '@holdout/persistence';
import type { QuestionFilter, QuestionReportReason, SkillDomain } from '../../generated/resolvers';
import { AppError } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { kindNamed, kindView } from './kind-names';
import { languageOf } from './languages';
import { searchWordsIn } from './search-words';

export type QuestionPage = {
  readonly rows: readonly QuestionRow[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
};

export type ReportToMake = {
  readonly slug: string | null;
  readonly itemId: string | null;
  readonly reason: QuestionReportReason;
  readonly text: string;
};

/** Who reports: a candidate can report the items of an assessment only. Both are null for a visitor. */
export type Reporter = { readonly practiser: Practiser | null; readonly holders: Holders | null };

type Reported = Pick<ReportToInsert, 'questionVersionId' | 'attemptItemId'>;

const REASONS = {
  WRONG: 'wrong',
  UNCLEAR: 'unclear',
  TECHNICAL: 'technical',
  OTHER: 'other',
} as const satisfies Record<QuestionReportReason, ReportToInsert['reason']>;

const MOST_WORDS = 8;
const LONGEST_SEARCH = 200;

/** The catalogue: the public banks and those of the sender's organizations. */
@Injectable()
export class QuestionBankService {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(
    wanted: QuestionFilter | null,
    practiser: Practiser | null,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<QuestionPage> {
    const after = page.after === null ? null : readCursor(page.after);
    const filter = filterRow(wanted);
    return this.db.heavyRead(async (tx) => {
      const bank = tx.repo(QuestionBankRepository);
      const rows = await bank.list(filter, practiser, { first: page.first + 1, after });
      const totalCount = await bank.count(filter, practiser);
      return { rows: rows.slice(0, page.first), hasNextPage: rows.length > page.first, totalCount };
    });
  }

  findBySlug(slug: string, practiser: Practiser | null): Promise<QuestionRow | null> {
    return this.db.repo(QuestionBankRepository).findBySlug(slug, practiser);
  }

  async listDomains(practiser: Practiser | null): Promise<SkillDomain[]> {
    const [skills, domains] = await this.db.heavyRead(async (tx) => {
      const bank = tx.repo(SkillRepository);
      return [await bank.countBySkill(practiser), await bank.countByDomain(practiser)];
    });
    const counts = new Map(domains.map((domain) => [domain.domainId, domain.questionCount]));
    return [...Map.groupBy(skills, (skill) => skill.domainId)].map(([id, ofDomain]) => ({
      id,
      name: ofDomain[0]?.domainName ?? id,
      questionCount: counts.get(id) ?? 0,
      skills: ofDomain.map(({ domainName, questionCount, kindCounts, ...skill }) => ({
        skill: { id: skill.id, name: skill.name, domain: domainName },
        questionCount,
        kindCounts: Object.entries(kindCounts).map(([kind, count]) => ({ kind: kindView(kind), count })),
      })),
    }));
  }

  /** Stores a report and returns its reference; null if the sender cannot see the question. An item of others is left out. */
  async report(report: ReportToMake, { practiser, holders }: Reporter): Promise<string | null> {
    const about = await this.reported(report, { practiser, holders });
    if (about === null) return null;
    const reference = randomBytes(5).toString('hex').toUpperCase();
    const given = {
      id: newId(this.clock),
      reference,
      ...about,
      practiser,
      reason: REASONS[report.reason],
      text: report.text,
      reportedAt: this.clock.now(),
    };
    await this.db.transaction(async (tx) => {
      if (practiser && !(await tx.repo(PersonRepository).hold(columnsOf(practiser))))
        throw new AppError('UNAUTHENTICATED');
      await tx.repo(QuestionReportRepository).insert(given);
    });
    return reference;
  }

  /** What a report is about: the version that the sender's item shows, else the current one of the question. */
  private async reported({ slug, itemId }: ReportToMake, { practiser, holders }: Reporter): Promise<Reported | null> {
    const found =
      itemId === null || holders === null ? null : await this.db.repo(AttemptRepository).findItem(itemId, holders);
    if (found !== null) return { questionVersionId: found.item.versionId, attemptItemId: found.item.id };
    const question = slug === null ? null : await this.findBySlug(slug, practiser);
    return question === null ? null : { questionVersionId: question.versionId, attemptItemId: null };
  }
}

/** Opaque keyset cursor: level, title and id of the last row of a page. */
export function cursorOf(row: QuestionRow): string {
  return Buffer.from([row.level, row.title, row.id].join('\n')).toString('base64url');
}

/** Reads a cursor of `cursorOf`; others are BAD_INPUT. */
export function readCursor(cursor: string): [number, string, string] {
  const [level, title, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n');
  if (title === undefined || id === undefined || rest.length > 0 || !/^[1-5]$/.test(level ?? '')) {
    throw new AppError('BAD_INPUT', 'The cursor is not one of this list. Start again from its first page.');
  }
  return [Number(level), title, id];
}

const EVERYTHING: QuestionFilter = {};

/** The filter of a search as the repositories take it. */
export function filterRow(filter: QuestionFilter | null): QuestionFilterRow {
  const { skills, kinds, levels, languages, states, text } = filter ?? EVERYTHING;
  return {
    skills: given(skills),
    kinds: given(kinds?.map(kindNamed)),
    levels: given(levels),
    languages: given(languages?.map(languageOf)),
    states: lowerCase(given(states)),
    words: given(searchWordsIn((text ?? '').slice(0, LONGEST_SEARCH)).slice(0, MOST_WORDS)),
  };
}

function lowerCase(values: readonly string[] | null): readonly string[] | null {
  return values === null ? null : values.map((value) => value.toLowerCase());
}

/** An empty list does not filter. Neither does a search text without letters or digits. */
function given<T>(values: readonly T[] | null | undefined): readonly T[] | null {
  return values && values.length > 0 ? values : null;
}
