import { Link, NavLink } from 'react-router';
import styles from './page-tabs.module.css';

type PageTab = {
  readonly to: string;
  readonly name: string;
  /** Without it the address decides. */
  readonly isCurrent?: boolean;
};

function Tab({ to, name, isCurrent }: PageTab) {
  const className = styles['tab'] ?? '';
  if (isCurrent === undefined)
    return (
      <NavLink className={className} to={to}>
        {name}
      </NavLink>
    );
  return (
    <Link className={className} to={to} aria-current={isCurrent ? 'page' : undefined}>
      {name}
    </Link>
  );
}

/** Links to pages that belong together, the current one marked. */
export function PageTabs({
  label,
  tabs,
  className,
}: {
  readonly label: string;
  readonly tabs: readonly PageTab[];
  readonly className?: string;
}) {
  return (
    <nav aria-label={label} className={className}>
      <ul className={styles['list']}>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Tab {...tab} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
