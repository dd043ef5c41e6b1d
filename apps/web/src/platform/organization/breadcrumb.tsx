import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useMessages } from '../../messages/messages';
import styles from './breadcrumb.module.css';
import { useOrganization } from './organization-context';

/** A page above this one. `to` is relative to the organization, as `assessments` or `settings/members`. */
export type Crumb = { readonly name: string; readonly to: string };

/** The way from the organization to this page. */
export function Breadcrumb({ trail, title }: { readonly trail: readonly Crumb[]; readonly title: string }) {
  const words = useMessages().organization;
  const { slug, name } = useOrganization();
  return (
    <nav aria-label={words.breadcrumb}>
      <ol className={styles['trail']}>
        {[{ name, to: '' }, ...trail].map((crumb) => (
          <li key={crumb.to}>
            <Anchor component={Link} size="sm" to={`/o/${slug}${crumb.to === '' ? '' : `/${crumb.to}`}`}>
              {crumb.name}
            </Anchor>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}
