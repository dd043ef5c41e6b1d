import { useMessages } from '../../messages/messages';
import { SearchBox } from '../../platform/search-box';
import type { CatalogueAddress } from './use-catalogue-address';

/** The search text of the catalogue. */
export function SearchField({ address }: { readonly address: CatalogueAddress }) {
  const words = useMessages().catalogue;
  const text = address.search.get('q') ?? '';
  return <SearchBox label={words.search} hint={words.searchHint} text={text} onText={address.setText} />;
}
