import { Alert, Anchor, Button, Grid, Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReceiptDetail } from '#modules/receipts/admin-contract.ts';
import { Copyable } from '../../../kit/components/copyable.tsx';
import { StoreTime } from '../../../kit/components/moments.tsx';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { ReceiptStateBadge } from '../../../kit/components/receipt-state.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { VerdictList } from '../../../kit/components/verdict-list.tsx';
import { receiptQuery } from '../../../kit/receipt-place.ts';
import { useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { ReceiptLines } from './lines.tsx';
import { ReceiptTotals } from './totals.tsx';
import { Versions } from './versions.tsx';

const route = getRouteApi('/office/receipts/$bucket/$receiptId');

/** One receipt: what was bought, what fired and what did not, and everything that happened later. */
export function ReceiptPage() {
  const { t } = useTranslation();
  const { bucket, receiptId } = route.useParams();
  const query = useQuery(receiptQuery(bucket, receiptId));
  return (
    <>
      <Anchor component={Link} to="/receipts" fz="sm" display="inline-flex" mb={8}>
        <IconArrowLeft size={16} style={{ marginInlineEnd: 4 }} aria-hidden />
        {t('nav.receipts')}
      </Anchor>
      {query.isPending && (
        <>
          <PageHeader title={t('receipt.loading')} />
          <Paper withBorder>
            <RowsSkeleton />
          </Paper>
        </>
      )}
      {query.isError && (
        <>
          <PageHeader title={t('receipt.notOpened')} />
          <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
        </>
      )}
      {query.data !== undefined && <Receipt receipt={query.data} />}
    </>
  );
}

function Receipt({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('receipt.title', { number: receipt.receiptNumber })}
        badge={<ReceiptStateBadge state={receipt.kind} />}
        lead={<Lead receipt={receipt} />}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} />}
            onClick={() => window.print()}
          >
            {t('common.print')}
          </Button>
        }
      />
      {receipt.replay === 'different' && (
        <Alert color="yellow" mb="md" icon={<IconAlertTriangle size={20} />}>
          {t('receipt.replayDifferent')}
        </Alert>
      )}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Paper withBorder>
            <ReceiptLines receipt={receipt} />
          </Paper>
          <Paper withBorder p="lg" mt="md" data-testid="verdicts">
            {receipt.replay === 'unavailable' ? (
              <Text c="dimmed" fz="sm">
                {t('receipt.replayUnavailable', { version: receipt.ruleSetVersion })}
              </Text>
            ) : (
              <VerdictList verdicts={receipt.verdicts} />
            )}
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Paper withBorder p="lg">
            <ReceiptTotals receipt={receipt} />
          </Paper>
          <Paper withBorder p="lg" mt="md">
            <Title order={2} fz="md" mb="md">
              {t('receipt.versions')}
            </Title>
            <Versions receipt={receipt} />
          </Paper>
        </Grid.Col>
      </Grid>
    </>
  );
}

function Lead({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useTranslation();
  const { words } = useFormat();
  const can = useRights();
  return (
    <Group gap={10}>
      <StoreTime local={receipt.localTime} zone={receipt.zone} at={receipt.occurredAt} />
      <Link to="/receipts" search={{ store: receipt.storeCode }} className="plain">
        {words(receipt.partnerTitle)} · {words(receipt.storeTitle)}
      </Link>
      <span>{t('receipt.terminal', { code: receipt.terminalCode })}</span>
      {receipt.member === null && <span>{t('receipts.noCard')}</span>}
      {receipt.member !== null &&
        (can('members.read') ? (
          <Anchor
            fz="sm"
            renderRoot={(props) => (
              <Link
                to="/members/$memberId"
                params={{ memberId: receipt.member?.memberId ?? '' }}
                {...props}
              />
            )}
          >
            {receipt.member.name ?? receipt.member.memberId}
          </Anchor>
        ) : (
          <span>{receipt.member.name ?? receipt.member.memberId}</span>
        ))}
      <Copyable
        value={receipt.receiptId}
        shown={`${receipt.receiptId.slice(0, 8)}…${receipt.receiptId.slice(-4)}`}
        label={t('receipt.id')}
      />
    </Group>
  );
}
