import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Flyout, OutsideLink } from '@holdout/ui';
import type { Language, LanguageVersionsQuery, LanguageVersionsQueryVariables } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import styles from './code.module.css';

const LANGUAGE_VERSIONS: TypedDocumentNode<LanguageVersionsQuery, LanguageVersionsQueryVariables> = gql`
  query LanguageVersions {
    installation {
      languages {
        language
        isUsable
        versions {
          name
          version
          documentationUrl
        }
      }
    }
  }
`;

type Runtime = LanguageVersionsQuery['installation']['languages'][number];

/** What a language is here: its versions, and whether it can be run now. */
export function useRuntime(language: Language): Runtime | null {
  const { data } = useQuery(LANGUAGE_VERSIONS, { fetchPolicy: 'cache-and-network' });
  return data?.installation.languages.find((one) => one.language === language) ?? null;
}

/** The language and packages that code meets here, each with the documentation of that very version. */
export function ToolVersions({ runtime }: { readonly runtime: Runtime | null }) {
  const words = useMessages().question.code;
  const first = runtime?.versions[0];
  if (!runtime || !first) return null;
  return (
    <Flyout label={words.versionsOf(`${first.name} ${first.version}`)} face={`${first.name} ${first.version}`}>
      <ul className={styles['versions']}>
        {runtime.versions.map(({ name, version, documentationUrl }) => (
          <li key={name}>
            {documentationUrl === null ? (
              `${name} ${version}`
            ) : (
              <OutsideLink href={documentationUrl} size="sm">
                {`${name} ${version}`}
              </OutsideLink>
            )}
          </li>
        ))}
      </ul>
    </Flyout>
  );
}
