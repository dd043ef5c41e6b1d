import { Checkbox, Stack } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import type { Domains } from './chip-name';
import styles from './skill-tree.module.css';
import type { CatalogueAddress } from './use-catalogue-address';

type Props = { readonly domains: Domains; readonly address: CatalogueAddress };

/** Domains that expand to their skills, each with its count. A domain with a selected skill starts expanded. */
export function SkillTree({ domains, address }: Props) {
  const words = useMessages().catalogue;
  const chosen = address.search.getAll('skill');
  const isOpen = (domain: Domains[number]) =>
    chosen.includes(domain.id) || domain.skills.some(({ skill }) => chosen.includes(skill.id));
  return (
    <Checkbox.Group label={words.skills} value={chosen} onChange={(values) => address.setList('skill', values)}>
      <Stack gap={0} pt="xs">
        {domains.map((domain) => (
          <details key={domain.id} className={styles['domain']} open={isOpen(domain) || undefined}>
            <summary className={styles['name']}>{words.withCount(domain.name, domain.questionCount)}</summary>
            <Stack gap="sm" className={styles['skills'] ?? ''}>
              <Checkbox size="sm" value={domain.id} label={words.allOf(domain.name)} />
              {domain.skills.map(({ skill, questionCount }) => (
                <Checkbox
                  key={skill.id}
                  size="sm"
                  value={skill.id}
                  label={words.withCount(skill.name, questionCount)}
                />
              ))}
            </Stack>
          </details>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
