import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddOrganizationDomainMutation,
  AddOrganizationDomainMutationVariables,
  CheckOrganizationDomainMutation,
  CheckOrganizationDomainMutationVariables,
  OrganizationSignInQuery,
  OrganizationSignInQueryVariables,
  RemoveIdentityProviderMutation,
  RemoveIdentityProviderMutationVariables,
  RemoveOrganizationDomainMutation,
  RemoveOrganizationDomainMutationVariables,
  SaveIdentityProviderMutation,
  SaveIdentityProviderMutationVariables,
  SaveSignInRulesMutation,
  SaveSignInRulesMutationVariables,
} from '../../generated/operations';

export const ORGANIZATION_SIGN_IN: TypedDocumentNode<OrganizationSignInQuery, OrganizationSignInQueryVariables> = gql`
  query OrganizationSignIn($slug: String!) {
    organizationSignIn(slug: $slug) {
      redirectUri
      requiresSingleSignOn
      requiresSecondFactor
      provider {
        issuer
        clientId
        defaultRole
      }
      domains {
        id
        domain
        recordName
        recordText
        checkedAt
        provenAt
        missingSince
      }
    }
  }
`;

export const SAVE_PROVIDER: TypedDocumentNode<SaveIdentityProviderMutation, SaveIdentityProviderMutationVariables> =
  gql`
    mutation SaveIdentityProvider($input: SaveIdentityProviderInput!) {
      saveIdentityProvider(input: $input) {
        ... on InvalidInputProblem {
          issues {
            field
            code
            limit
          }
        }
        ... on IssuerRefusedProblem {
          reason
        }
        ... on Problem {
          code
        }
      }
    }
  `;

export const REMOVE_PROVIDER: TypedDocumentNode<
  RemoveIdentityProviderMutation,
  RemoveIdentityProviderMutationVariables
> = gql`
  mutation RemoveIdentityProvider($input: RemoveIdentityProviderInput!) {
    removeIdentityProvider(input: $input) {
      ... on RemoveIdentityProviderSuccess {
        signIn {
          redirectUri
        }
      }
    }
  }
`;

export const SAVE_RULES: TypedDocumentNode<SaveSignInRulesMutation, SaveSignInRulesMutationVariables> = gql`
  mutation SaveSignInRules($input: SaveSignInRulesInput!) {
    saveSignInRules(input: $input) {
      ... on Problem {
        code
      }
    }
  }
`;

export const ADD_DOMAIN: TypedDocumentNode<AddOrganizationDomainMutation, AddOrganizationDomainMutationVariables> = gql`
  mutation AddOrganizationDomain($input: AddOrganizationDomainInput!) {
    addOrganizationDomain(input: $input) {
      ... on InvalidInputProblem {
        issues {
          code
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const CHECK_DOMAIN: TypedDocumentNode<
  CheckOrganizationDomainMutation,
  CheckOrganizationDomainMutationVariables
> = gql`
  mutation CheckOrganizationDomain($input: OrganizationDomainInput!) {
    checkOrganizationDomain(input: $input) {
      ... on DomainNotProvenProblem {
        found
      }
      ... on Problem {
        code
      }
    }
  }
`;

export const REMOVE_DOMAIN: TypedDocumentNode<
  RemoveOrganizationDomainMutation,
  RemoveOrganizationDomainMutationVariables
> = gql`
  mutation RemoveOrganizationDomain($input: OrganizationDomainInput!) {
    removeOrganizationDomain(input: $input) {
      ... on RemoveOrganizationDomainSuccess {
        signIn {
          redirectUri
        }
      }
    }
  }
`;
