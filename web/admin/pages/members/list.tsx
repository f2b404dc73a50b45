import { Anchor, Badge, Button, Group, Paper, Table, TextInput } from '@mantine/core';
import { IconSearch, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberRow } from '#modules/members/admin-contract.ts';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { LoadMore } from '../../../kit/components/load-more.tsx';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { allMembersQuery } from '../../../kit/members.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { foundMembersQuery, isWholeIdentifier } from './api.ts';

const route = getRouteApi('/office/members');

/** Members of the programme: all of them, or the one whose phone, card or id was asked for. */
export function MembersPage() {
  const { t } = useTranslation();
  const { query = '' } = route.useSearch();
  return (
    <>
      <PageHeader title={t('nav.members')} lead={t('members.lead')} />
      <SearchBox query={query} />
      <Paper withBorder>{query === '' ? <AllMembers /> : <FoundMembers query={query} />}</Paper>
    </>
  );
}

function SearchBox({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(query);
  const [isShort, setShort] = useState(false);
  useEffect(() => setText(query), [query]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = text.trim();
    setShort(asked !== '' && !isWholeIdentifier(asked));
    if (asked !== '' && !isWholeIdentifier(asked)) return;
    void navigate({ to: '/members', search: asked === '' ? {} : { query: asked } });
  };
  return (
    <form onSubmit={submit} role="search">
      <Group gap="sm" mb="md" align="flex-start">
        <TextInput
          aria-label={t('members.search')}
          placeholder={t('members.search')}
          leftSection={<IconSearch size={17} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={isShort ? t('members.tooShort') : undefined}
          w={420}
          autoFocus
        />
        <Button type="submit">{t('common.find')}</Button>
        {query !== '' && (
          <Button component={Link} to="/members" variant="subtle">
            {t('members.showAll')}
          </Button>
        )}
      </Group>
    </form>
  );
}

function AllMembers() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(allMembersQuery);
  const rows = list.data?.pages.flatMap((page) => page.members) ?? [];
  if (list.isPending) return <RowsSkeleton />;
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) {
    return <EmptyState icon={IconUsers} title={t('members.none')} hint={t('members.noneHint')} />;
  }
  return (
    <>
      <MemberRows rows={rows} />
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

function FoundMembers({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const found = useQuery(foundMembersQuery(query));
  if (found.isPending) return <RowsSkeleton rows={3} />;
  if (found.isError)
    return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.members.length > 0) return <MemberRows rows={found.data.members} />;
  return (
    <EmptyState
      icon={IconUserSearch}
      title={t('members.notFound')}
      hint={t('members.notFoundHint')}
      action={
        <Button component={Link} to="/members" variant="light">
          {t('members.showAll')}
        </Button>
      }
    />
  );
}

function MemberRows({ rows }: { readonly rows: readonly MemberRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover data-testid="member-rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('members.name')}</Table.Th>
            <Table.Th>{t('members.phone')}</Table.Th>
            <Table.Th>{t('members.tier')}</Table.Th>
            <Table.Th>{t('members.since')}</Table.Th>
            <Table.Th>{t('members.id')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.memberId}>
              <Table.Td>
                <Anchor
                  fz="sm"
                  fw={550}
                  renderRoot={(props) => (
                    <Link to="/members/$memberId" params={{ memberId: row.memberId }} {...props} />
                  )}
                >
                  {row.name ?? t('member.nameless')}
                </Anchor>
              </Table.Td>
              <Table.Td className="figure">{row.phone}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={row.tierCode === 'gold' ? 'clay' : 'pine'} tt="none">
                  {format.code('tier', row.tierCode)}
                </Badge>
              </Table.Td>
              <Table.Td className="figure">{format.day(row.registeredOn)}</Table.Td>
              <Table.Td ff="monospace" fz="xs" c="dimmed">
                {row.memberId}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
