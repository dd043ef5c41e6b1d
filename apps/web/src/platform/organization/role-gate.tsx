import type { ReactNode } from 'react';
import type { MemberRole } from '../../generated/operations';
import { useHasRole } from './organization-context';

type Props = {
  readonly roles: readonly MemberRole[];
  readonly children: ReactNode;
  /** Shown to members without one of the roles. */
  readonly otherwise?: ReactNode;
};

/** Shows its children only to members with one of these roles. */
export function RoleGate({ roles, children, otherwise = null }: Props) {
  return useHasRole(roles) ? children : otherwise;
}
