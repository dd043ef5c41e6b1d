import { type DocumentationLink, DRAFT_LIMITS } from '@holdout/assessment';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';

const NEW_LINK: DocumentationLink = { title: '', url: 'https://' };

type Props = { readonly link: DocumentationLink; readonly index: number };

function LinkFields({ link, index }: Props) {
  const words = useAssessmentMessages().builder;
  const { draft, acts, isReadOnly } = useBuilder();
  const change = (next: Partial<DocumentationLink>) =>
    acts.set(
      { documentation: draft.documentation.map((each, at) => (at === index ? { ...each, ...next } : each)) },
      `link ${index} ${Object.keys(next).join()}`,
    );
  const remove = () => {
    acts.set({ documentation: draft.documentation.filter((_, at) => at !== index) });
    acts.focus('add-link');
  };
  const n = index + 1;
  return (
    <li className={styles['link']}>
      <TextInput
        label={words.settings.linkTitle(n)}
        value={link.title}
        maxLength={DRAFT_LIMITS.title}
        readOnly={isReadOnly}
        data-control={`link:${index}`}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <TextInput
        label={words.settings.linkUrl(n)}
        value={link.url}
        maxLength={DRAFT_LIMITS.url}
        readOnly={isReadOnly}
        inputMode="url"
        data-control={`link-url:${index}`}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      {isReadOnly ? null : (
        <Button variant="subtle" aria-label={words.settings.removeLink(n)} onClick={remove}>
          {words.draft.remove}
        </Button>
      )}
    </li>
  );
}

/** Pages of documentation that candidates may open. */
export function SettingsLinks() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, isReadOnly } = useBuilder();
  const { documentation } = draft;
  const add = () => {
    acts.set({ documentation: [...documentation, NEW_LINK] });
    acts.focus(`link:${documentation.length}`);
  };
  return (
    <Stack gap="sm" align="stretch">
      {documentation.length === 0 ? <Text size="sm">{words.noLinks}</Text> : null}
      <ul className={styles['links']}>
        {documentation.map((link, index) => (
          <LinkFields key={index} link={link} index={index} />
        ))}
      </ul>
      {isReadOnly || documentation.length >= DRAFT_LIMITS.documentation ? null : (
        <Group>
          <Button variant="default" data-control="add-link" onClick={add}>
            {words.addLink}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
