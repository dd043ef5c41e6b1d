import { Text } from '@mantine/core';
import { Flyout, OutsideLink } from '@holdout/ui';
import { useMessages } from '../../messages/messages';
import type { RuntimeStatus } from '../../platform/use-runtimes';
import styles from '../code.module.css';

type Props = {
  readonly runtime: RuntimeStatus | null;
  /** False where the groups of hidden cases are secret. */
  readonly namesGroups: boolean;
};

/** The installed language and packages, each with a link to the documentation of that version, and how programs run. */
export function ToolVersions({ runtime, namesGroups }: Props) {
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
      {runtime.language === 'SQL' ? null : <Text size="sm">{words.processRules}</Text>}
      {runtime.language === 'SQL' || !namesGroups ? null : <Text size="sm">{words.groupRules}</Text>}
    </Flyout>
  );
}
