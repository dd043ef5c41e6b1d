import type { MemberRole } from '../../generated/operations';

/** Members who build assessments, those who publish and archive them, and those who see their invitations. */
export const BUILDERS: readonly MemberRole[] = ['ADMIN', 'MANAGER', 'AUTHOR'];
export const PUBLISHERS: readonly MemberRole[] = ['ADMIN', 'MANAGER'];
export const FOLLOWERS: readonly MemberRole[] = ['ADMIN', 'MANAGER', 'RECRUITER'];
