import { Button, Checkbox, Menu } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useCohortMessages } from '../../messages/cohort-messages';
import { COLUMNS, columnsOf, withToggled } from './cohort-address';

/** Which columns are shown. */
export function ColumnsMenu() {
  const words = useCohortMessages().columns;
  const [search, setSearch] = useSearchParams();
  const columns = columnsOf(search);
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default">{words.menu}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLUMNS.map((column) => (
          <Menu.Item
            key={column}
            role="menuitemcheckbox"
            aria-checked={columns.includes(column)}
            onClick={() => setSearch((now) => withToggled(now, 'column', column), { preventScrollReset: true })}
          >
            <Checkbox
              component="span"
              tabIndex={-1}
              checked={columns.includes(column)}
              label={words[column]}
              readOnly
              aria-hidden
            />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
