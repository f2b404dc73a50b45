import { Anchor, Badge, Button, Group, Paper, Tabs, Text } from '@mantine/core';
import { IconAdjustmentsPlus, IconArrowLeft, IconCashRegister } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberDetail } from '#modules/members/admin-contract.ts';
import { Copyable } from '../../../kit/components/copyable.tsx';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { wordParam } from '../../../kit/search-params.ts';
import { useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { Accounts } from './accounts.tsx';
import { AdjustDialog } from './adjust-dialog.tsx';
import { memberQuery } from './api.ts';
import { History } from './history.tsx';
import { Identity } from './identity.tsx';
import { LotDrawer } from './lot-drawer.tsx';
import { Lots } from './lots.tsx';
import { MemberReceipts } from './receipts.tsx';
import { MEMBER_TABS } from './search.ts';
import { StatementMenu } from './statement-menu.tsx';
import { useMemberSearch } from './use-member-search.ts';

const route = getRouteApi('/office/members/$memberId');

/** A member: who, how many points, which burn when, and everything that moved them. */
export function MemberPage() {
  const { t } = useTranslation();
  const { memberId } = route.useParams();
  const query = useQuery({ ...memberQuery(memberId), refetchOnMount: 'always' });
  return (
    <>
      <Anchor component={Link} to="/members" fz="sm" display="inline-flex" mb={8}>
        <IconArrowLeft size={16} style={{ marginInlineEnd: 4 }} aria-hidden />
        {t('nav.members')}
      </Anchor>
      {query.isPending && (
        <>
          <PageHeader title={t('member.loading')} />
          <Paper withBorder>
            <RowsSkeleton />
          </Paper>
        </>
      )}
      {query.isError && (
        <>
          <PageHeader title={t('member.notOpened')} />
          <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
        </>
      )}
      {query.data !== undefined && <Member member={query.data} />}
    </>
  );
}

function Member({ member }: { readonly member: MemberDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={member.name ?? t('member.nameless')}
        badge={
          <Badge
            variant="light"
            size="lg"
            tt="none"
            color={member.tierCode === 'gold' ? 'clay' : 'pine'}
          >
            {format.code('tier', member.tierCode)}
          </Badge>
        }
        lead={
          <Group gap={10}>
            <Text span inherit className="figure">
              {member.phone}
            </Text>
            <Copyable value={member.memberId} label={t('members.id')} />
          </Group>
        }
        actions={<Actions memberId={member.memberId} />}
      />
      <Accounts memberId={member.memberId} />
      <Identity member={member} />
      <MemberTabs memberId={member.memberId} />
    </>
  );
}

/** What can be done for the member from here. */
function Actions({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const can = useRights();
  const [isAdjusting, setAdjusting] = useState(false);
  return (
    <>
      <StatementMenu memberId={memberId} />
      {can('points.adjust.propose') && (
        <Button
          variant="light"
          leftSection={<IconAdjustmentsPlus size={17} />}
          onClick={() => setAdjusting(true)}
        >
          {t('account.adjust')}
        </Button>
      )}
      {can('till.emulate') && (
        <Button
          variant="light"
          leftSection={<IconCashRegister size={17} />}
          renderRoot={(props) => <Link to="/till" search={{ member: memberId }} {...props} />}
        >
          {t('member.openTill')}
        </Button>
      )}
      <AdjustDialog memberId={memberId} isOpen={isAdjusting} onClose={() => setAdjusting(false)} />
    </>
  );
}

function MemberTabs({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const { search, change } = useMemberSearch();
  const { tab = 'lots' } = search;
  const open = (value: string | null) => {
    const chosen = wordParam(value, MEMBER_TABS);
    change({ tab: chosen === 'lots' ? undefined : chosen, lot: undefined });
  };
  return (
    <Paper withBorder mt="md">
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List px="sm">
          {MEMBER_TABS.map((each) => (
            <Tabs.Tab key={each} value={each} py="md">
              {t(`member.tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="lots">
          <Lots memberId={memberId} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History memberId={memberId} />
        </Tabs.Panel>
        <LotDrawer
          memberId={memberId}
          lotId={search.lot}
          onClose={() => change({ lot: undefined })}
        />
        <Tabs.Panel value="receipts">
          <MemberReceipts memberId={memberId} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}
