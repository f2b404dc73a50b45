import { Alert, Badge, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconCoin, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#modules/ledger/admin-contract.ts';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { usePartnerTitle } from '../../../kit/directory.ts';
import { useFormat } from '../../../kit/use-format.ts';
import classes from './accounts.module.css';
import { accountsQuery } from './api.ts';
import { Burning } from './burning.tsx';

/** One card per currency: what can be spent now, what waits, is held, is owed, and when it burns. */
export function Accounts({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ ...accountsQuery(memberId), refetchOnMount: 'always' });
  if (query.isPending) {
    return (
      <Paper withBorder>
        <RowsSkeleton rows={4} />
      </Paper>
    );
  }
  if (query.isError) {
    return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { accounts } = query.data;
  if (accounts.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState icon={IconCoin} title={t('member.noPoints')} hint={t('member.noPointsHint')} />
      </Paper>
    );
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: accounts.length > 2 ? 3 : 2 }} spacing="md">
      {accounts.map((account) => (
        <AccountCard key={account.currency.code} account={account} />
      ))}
    </SimpleGrid>
  );
}

function AccountCard({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const format = useFormat();
  const partnerTitle = usePartnerTitle();
  const { currency } = account;
  const isQualifying = currency.purpose === 'qualifying';
  return (
    <Paper
      withBorder
      p="lg"
      component="section"
      aria-label={format.words(currency.title)}
      className={classes.card}
      data-testid="account"
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text fz="sm" fw={600}>
          {format.words(currency.title)}
        </Text>
        {currency.partnerCode !== null && (
          <Badge variant="default" tt="none" fw={500}>
            {partnerTitle(currency.partnerCode)}
          </Badge>
        )}
      </Group>
      <p className={classes.balance} data-testid="spendable">
        {format.pointsOf(account.spendablePoints, currency)}
      </p>
      <Text fz="xs" c="dimmed" mb="sm">
        {t(isQualifying ? 'account.collected' : 'account.canSpend')}
      </Text>
      <Parts account={account} />
      {account.isExpirySuspended && (
        <Alert p="xs" mt="sm" color="pine" icon={<IconShieldCheck size={18} />}>
          {t('account.suspended')}
        </Alert>
      )}
      <Burning account={account} />
    </Paper>
  );
}

/** The parts of the balance that cannot be spent, each with when that changes. */
function Parts({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const format = useFormat();
  const points = (n: number) => format.pointsOf(n, account.currency);
  const { debtPoints, pendingPoints, heldPoints, overduePoints } = account;
  if (debtPoints + pendingPoints + heldPoints + overduePoints === 0) return null;
  return (
    <dl className={classes.parts}>
      {account.debtPoints > 0 && (
        <Part label={t('account.debt')} value={points(-account.debtPoints)} isLoss>
          {t('account.debtHint')}
        </Part>
      )}
      {account.pendingPoints > 0 && (
        <Part label={t('account.pending')} value={points(account.pendingPoints)}>
          {account.pending.map((one) => (
            <span key={`${one.on} ${one.awaits}`}>
              {one.on === null
                ? t('account.wakesOnceConfirmed', {
                    points: points(one.points),
                    what: format.code('confirmation', one.awaits ?? ''),
                  })
                : t('account.wakesOn', { points: points(one.points), day: format.day(one.on) })}
            </span>
          ))}
        </Part>
      )}
      {account.heldPoints > 0 && (
        <Part label={t('account.held')} value={points(account.heldPoints)}>
          {account.holds.map((hold) => (
            <span key={hold.holdId}>
              {t('account.heldUntil', {
                points: points(hold.points),
                moment: format.moment(hold.lapsesAt),
              })}
            </span>
          ))}
        </Part>
      )}
      {account.overduePoints > 0 && (
        <Part label={t('account.overdue')} value={points(account.overduePoints)} />
      )}
    </dl>
  );
}

type PartProps = {
  readonly label: string;
  readonly value: string;
  readonly isLoss?: boolean;
  readonly children?: ReactNode;
};

function Part({ label, value, isLoss = false, children }: PartProps) {
  return (
    <div className={classes.part}>
      <dt>{label}</dt>
      <dd data-loss={isLoss || undefined}>{value}</dd>
      {children !== undefined && <dd className={classes.more}>{children}</dd>}
    </div>
  );
}
