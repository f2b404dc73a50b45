import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, useFindings } from './use-findings.ts';

const [searchStore, search] = createSpotlight();

export const openSearch = search.open;

/** Ctrl-K: one box over screens, members, cards, receipts, promotions and stores. */
export function Search() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const { groups, isSearching } = useFindings(query);
  const isEmpty = groups.every((group) => group.findings.length === 0);
  return (
    <Spotlight.Root
      store={searchStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K', 'mod + Л']}
      clearQueryOnClose
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.open')}
        leftSection={<IconSearch size={20} stroke={1.5} />}
      />
      <Spotlight.ActionsList aria-label={t('search.results')}>
        {groups
          .filter((group) => group.findings.length > 0)
          .map((group) => (
            <Spotlight.ActionsGroup key={group.title} label={group.title}>
              {group.findings.map((finding) => (
                <FindingRow key={finding.id} finding={finding} />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        {isEmpty && (
          <Spotlight.Empty>
            {isSearching ? t('common.loading') : t('search.nothing')}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }) {
  const { icon: Sign, label, more, open } = finding;
  return (
    <Spotlight.Action
      label={label}
      description={more}
      leftSection={<Sign size={20} stroke={1.5} />}
      onClick={open}
    />
  );
}
