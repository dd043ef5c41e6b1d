import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ChangeMemberRolesMutation,
  ChangeMemberRolesMutationVariables,
  InviteMembersMutation,
  InviteMembersMutationVariables,
  LeaveOrganizationMutation,
  LeaveOrganizationMutationVariables,
  MembersQuery,
  MembersQueryVariables,
  RemoveMemberMutation,
  RemoveMemberMutationVariables,
  ResendMemberInvitationMutation,
  ResendMemberInvitationMutationVariables,
  WaitingInvitationsQuery,
  WaitingInvitationsQueryVariables,
  WithdrawMemberInvitationMutation,
  WithdrawMemberInvitationMutationVariables,
} from '../../generated/operations';

export const MEMBERS: TypedDocumentNode<MembersQuery, MembersQueryVariables> = gql`
  query Members($slug: String!, $search: String, $first: Int!, $after: String) {
    members(slug: $slug, search: $search, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          displayName
          email
          roles
          isViewer
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    memberInvitations(slug: $slug) {
      id
      email
      roles
      status
      expiresAt
      link
    }
  }
`;

export const WAITING_INVITATIONS: TypedDocumentNode<WaitingInvitationsQuery, WaitingInvitationsQueryVariables> = gql`
  query WaitingInvitations($slug: String!) {
    memberInvitations(slug: $slug) {
      id
      email
      status
    }
  }
`;

export const CHANGE_ROLES: TypedDocumentNode<ChangeMemberRolesMutation, ChangeMemberRolesMutationVariables> = gql`
  mutation ChangeMemberRoles($input: ChangeMemberRolesInput!) {
    changeMemberRoles(input: $input) {
      ... on ChangeMemberRolesSuccess {
        member {
          id
          roles
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const REMOVE_MEMBER: TypedDocumentNode<RemoveMemberMutation, RemoveMemberMutationVariables> = gql`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      ... on RemoveMemberSuccess {
        memberId
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const LEAVE: TypedDocumentNode<LeaveOrganizationMutation, LeaveOrganizationMutationVariables> = gql`
  mutation LeaveOrganization($input: LeaveOrganizationInput!) {
    leaveOrganization(input: $input) {
      ... on LeaveOrganizationSuccess {
        viewer {
          isGuest
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const INVITE_MEMBERS: TypedDocumentNode<InviteMembersMutation, InviteMembersMutationVariables> = gql`
  mutation InviteMembers($input: InviteMembersInput!) {
    inviteMembers(input: $input) {
      ... on InviteMembersSuccess {
        invitations {
          id
          email
          link
        }
        skipped {
          email
          reason
        }
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on TooManyInvitationsProblem {
        remaining
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const RESEND: TypedDocumentNode<ResendMemberInvitationMutation, ResendMemberInvitationMutationVariables> = gql`
  mutation ResendMemberInvitation($input: ResendMemberInvitationInput!) {
    resendMemberInvitation(input: $input) {
      ... on ResendMemberInvitationSuccess {
        invitation {
          id
          status
          expiresAt
          link
        }
      }
    }
  }
`;

export const WITHDRAW: TypedDocumentNode<WithdrawMemberInvitationMutation, WithdrawMemberInvitationMutationVariables> =
  gql`
    mutation WithdrawMemberInvitation($input: WithdrawMemberInvitationInput!) {
      withdrawMemberInvitation(input: $input) {
        ... on WithdrawMemberInvitationSuccess {
          invitationId
        }
      }
    }
  `;
