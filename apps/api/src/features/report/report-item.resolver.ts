import type { GroupShown } from '@holdout/bank';
import { Database } from '@holdout/persistence';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { MarkedBy, ReportItemResolvers, ReportItemState, ReportReview } from '../../generated/resolvers';
import { kindView } from '../question-bank/kind-names';
import { criteriaOf, rubricVersions } from '../review/rubric-of';
import type { ReportItemRow } from './reports';

const STATES: Readonly<Record<ReportItemRow['points']['state'], ReportItemState>> = {
  answered: 'ANSWERED',
  omitted: 'OMITTED',
  notReached: 'NOT_REACHED',
  awaiting: 'AWAITING',
  withdrawn: 'WITHDRAWN',
};
const MARKERS = { key: 'KEY', rescore: 'KEY', self: 'SELF', reviewer: 'REVIEWER' } as const satisfies Record<
  string,
  MarkedBy
>;

type Tally = { readonly name: string; readonly passed: number; readonly total: number };

@Resolver('ReportItem')
export class ReportItemResolver implements Pick<
  ReportItemResolvers,
  | 'id'
  | 'position'
  | 'questionVersionId'
  | 'kind'
  | 'skills'
  | 'weight'
  | 'earned'
  | 'possible'
  | 'pending'
  | 'state'
  | 'markedBy'
  | 'groups'
  | 'reviews'
  | 'evidence'
> {
  constructor(private readonly db: Database) {}

  @ResolveField()
  id({ points }: ReportItemRow) {
    return points.itemId;
  }

  @ResolveField()
  position({ points }: ReportItemRow) {
    return points.position;
  }

  @ResolveField()
  questionVersionId({ points }: ReportItemRow) {
    return points.questionVersionId;
  }

  @ResolveField()
  kind({ item }: ReportItemRow) {
    return kindView(item.kind);
  }

  @ResolveField()
  skills({ skillNames }: ReportItemRow) {
    return skillNames;
  }

  @ResolveField()
  weight({ points }: ReportItemRow) {
    return points.weight;
  }

  @ResolveField()
  earned({ points }: ReportItemRow) {
    return points.earned;
  }

  @ResolveField()
  possible({ points }: ReportItemRow) {
    return points.possible;
  }

  @ResolveField()
  pending({ points }: ReportItemRow) {
    return points.pending;
  }

  @ResolveField()
  state({ points }: ReportItemRow) {
    return STATES[points.state];
  }

  @ResolveField()
  markedBy({ points }: ReportItemRow) {
    return points.markedBy && MARKERS[points.markedBy];
  }

  @ResolveField()
  groups({ standing, item, points }: ReportItemRow) {
    if (points.state === 'awaiting') return [];
    const { groups: tallies = [] } = (standing?.raw ?? {}) as { readonly groups?: readonly Tally[] };
    const { groups: stated = [] } = item.candidatePart as { readonly groups?: readonly GroupShown[] };
    return tallies.map(({ name, passed, total }) => {
      const group = stated.find((each) => each.name === name);
      return { title: group?.title ?? name, points: group?.points ?? 0, passed, total };
    });
  }

  @ResolveField()
  async reviews({ notes, item }: ReportItemRow): Promise<ReportReview[]> {
    if (notes.length === 0) return [];
    const version = (await rubricVersions(this.db, [item.versionId]))(item.versionId);
    const { rubric = [] } = version.secretPart as { readonly rubric?: readonly { id: string; title: string }[] };
    const titleOf = (id: string): string => rubric.find((criterion) => criterion.id === id)?.title ?? '';
    return notes.map(({ levels, comments, toCandidate }) => ({
      levels: criteriaOf(version).map(({ id, top }) => ({
        criterion: titleOf(id),
        level: levels[id] ?? 0,
        top,
        comment: comments[id] ?? '',
      })),
      noteToCandidate: toCandidate,
    }));
  }

  @ResolveField()
  evidence({ item }: ReportItemRow) {
    return item;
  }
}
