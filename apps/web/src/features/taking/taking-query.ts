import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CandidateInvitationQuery,
  CandidateInvitationQueryVariables,
  DeclineInvitationMutation,
  DeclineInvitationMutationVariables,
  DeleteMyCandidateDataMutation,
  DeleteMyCandidateDataMutationVariables,
  OpenInvitationLinkMutation,
  OpenInvitationLinkMutationVariables,
  ReceiptQuery,
  ReceiptQueryVariables,
  RequestMoreTimeMutation,
  RequestMoreTimeMutationVariables,
  SendDeviceCodeMutation,
  SendDeviceCodeMutationVariables,
  StartAssessmentMutation,
  StartAssessmentMutationVariables,
} from '../../generated/operations';
import { PUBLIC_LINK } from './public-link-query';

export const OPEN_LINK: TypedDocumentNode<OpenInvitationLinkMutation, OpenInvitationLinkMutationVariables> = gql`
  mutation OpenInvitationLink($input: OpenInvitationLinkInput!) {
    openInvitationLink(input: $input) {
      ... on OpenInvitationLinkSuccess {
        invitation {
          id
        }
      }
      ... on LinkUnusableProblem {
        reason
        contact {
          name
          email
        }
      }
      ... on DeviceCodeNeededProblem {
        emailHint
        isWrong
      }
      ...PublicLink_problem
    }
  }
  ${PUBLIC_LINK}
`;

export const SEND_CODE: TypedDocumentNode<SendDeviceCodeMutation, SendDeviceCodeMutationVariables> = gql`
  mutation SendDeviceCode($input: SendDeviceCodeInput!) {
    sendDeviceCode(input: $input) {
      ... on SendDeviceCodeSuccess {
        emailHint
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const INVITATION: TypedDocumentNode<CandidateInvitationQuery, CandidateInvitationQueryVariables> = gql`
  query CandidateInvitation {
    candidateInvitation {
      id
      status
      organizationName
      contact {
        name
        email
      }
      title
      introduction
      skills
      kinds
      languages
      questionCount
      sections {
        id
        title
        minutes
        questionCount
      }
      minutes
      ownMinutes
      breakMinutes
      mayGoBack
      hasCalculator
      documentation {
        title
        url
      }
      afterRelease
      recorded
      opensAt
      expiresAt
      timeRequest {
        reason
        askedAt
        answeredAt
        isGranted
      }
      attempt {
        id
        endedAt
        lastShownPosition
      }
    }
  }
`;

export const REQUEST_MORE_TIME: TypedDocumentNode<RequestMoreTimeMutation, RequestMoreTimeMutationVariables> = gql`
  mutation RequestMoreTime($input: RequestMoreTimeInput!) {
    requestMoreTime(input: $input) {
      ... on RequestMoreTimeSuccess {
        invitation {
          id
          timeRequest {
            reason
            askedAt
            answeredAt
            isGranted
          }
        }
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on TimeRequestAnsweredProblem {
        isGranted
      }
      ... on AssessmentNotOpenProblem {
        status
      }
    }
  }
`;

export const START: TypedDocumentNode<StartAssessmentMutation, StartAssessmentMutationVariables> = gql`
  mutation StartAssessment($input: StartAssessmentInput!) {
    startAssessment(input: $input) {
      ... on StartAssessmentSuccess {
        attempt {
          id
        }
      }
      ... on AssessmentNotOpenProblem {
        status
      }
      ... on OtherAttemptOpenProblem {
        startedAt
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const DECLINE: TypedDocumentNode<DeclineInvitationMutation, DeclineInvitationMutationVariables> = gql`
  mutation DeclineInvitation($input: DeclineInvitationInput!) {
    declineInvitation(input: $input) {
      ... on DeclineInvitationSuccess {
        invitation {
          id
          status
        }
      }
      ... on AssessmentNotOpenProblem {
        status
      }
    }
  }
`;

export const DELETE_DATA: TypedDocumentNode<DeleteMyCandidateDataMutation, DeleteMyCandidateDataMutationVariables> =
  gql`
    mutation DeleteMyCandidateData($input: DeleteMyCandidateDataInput!) {
      deleteMyCandidateData(input: $input) {
        ... on DeleteMyCandidateDataSuccess {
          isDeleted
        }
        ... on Problem {
          code
        }
      }
    }
  `;

export const RECEIPT: TypedDocumentNode<ReceiptQuery, ReceiptQueryVariables> = gql`
  query Receipt($id: ID!) {
    attempt(id: $id) {
      id
      startedAt
      endedAt
      endedBy
      receiptCode
      lateAnswerCount
      preview {
        assessmentId
        organization
      }
      assessment {
        title
        organizationName
        afterRelease
      }
      items {
        id
        position
        kind
        isAnswered
        submissions {
          id
        }
      }
    }
  }
`;

export type Invited = CandidateInvitationQuery['candidateInvitation'];
