import { type ComponentType, lazy } from 'react';
import type { MemberRole } from '../generated/operations';

type TodayBlock = {
  readonly name: string;
  /** Who sees it; `member` is every member. */
  readonly roles: 'member' | readonly MemberRole[];
  /** Renders a `<TodaySection>`, or nothing if nothing waits. */
  readonly Block: ComponentType;
};

/** What Today may show, in its order. A feature adds its own block. */
const BLOCKS: readonly TodayBlock[] = [
  {
    name: 'running attempts',
    roles: ['ADMIN', 'MANAGER'],
    Block: lazy(async () => ({ default: (await import('../features/live/running-block')).RunningBlock })),
  },
  {
    name: 'marking',
    roles: ['REVIEWER'],
    Block: lazy(async () => ({ default: (await import('../features/marking/marking-block')).MarkingBlock })),
  },
  {
    name: 'failed versions',
    roles: ['ADMIN', 'MANAGER'],
    Block: lazy(async () => ({ default: (await import('../features/assessments/today-blocks')).FailedVersionsBlock })),
  },
  {
    name: 'undelivered invitations',
    roles: ['ADMIN', 'MANAGER'],
    Block: lazy(async () => ({ default: (await import('../features/assessments/today-blocks')).UndeliveredBlock })),
  },
  {
    name: 'submissions',
    roles: ['ADMIN', 'MANAGER', 'RECRUITER'],
    Block: lazy(async () => ({ default: (await import('../features/assessments/today-blocks')).SubmittedBlock })),
  },
  {
    name: 'unpublished changes',
    roles: ['ADMIN', 'MANAGER'],
    Block: lazy(async () => ({ default: (await import('../features/assessments/today-blocks')).UnpublishedBlock })),
  },
  {
    name: 'member invitations',
    roles: ['ADMIN'],
    Block: lazy(async () => ({ default: (await import('../features/members/invitations-block')).InvitationsBlock })),
  },
];

export const blocksFor = (viewerRoles: readonly MemberRole[]): readonly TodayBlock[] =>
  BLOCKS.filter(({ roles }) => roles === 'member' || roles.some((role) => viewerRoles.includes(role)));
