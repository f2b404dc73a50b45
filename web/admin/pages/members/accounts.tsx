import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconCoin, IconFlame, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account, Lot, MemberDetail } from '#modules/members/admin-contract.ts';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { useFormat } from '../../../kit/use-format.ts';
import classes from './accounts.module.css';

/** One card per currency: what can be spent now, what waits, what is owed, what burns next. */
export function Accounts({ member }: { readonly member: MemberDetail }) {
  const { t } = useTranslation();
  if (member.accounts.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState icon={IconCoin} title={t('member.noPoints')} hint={t('member.noPointsHint')} />
      </Paper>
    );
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
      {member.accounts.map((account) => (
        <AccountCard
          key={account.currencyCode}
          account={account}
          next={nextToBurn(member.lots, account.currencyCode)}
        />
      ))}
    </SimpleGrid>
  );
}

/** The first day on which points burn, and how many of them, or undefined. */
function nextToBurn(lots: readonly Lot[], currencyCode: string) {
  const burning = lots.filter(
    (lot) =>
      lot.currencyCode === currencyCode && lot.remainingPoints > 0 && lot.state !== 'expired',
  );
  const days = burning.flatMap((lot) => (lot.expiresAt === null ? [] : [lot.expiresAt])).sort();
  const first = days[0];
  if (first === undefined) return undefined;
  const day = first.slice(0, 10);
  const points = burning
    .filter((lot) => lot.expiresAt?.startsWith(day) === true)
    .reduce((sum, lot) => sum + lot.remainingPoints, 0);
  return { at: first, points };
}

type CardProps = { readonly account: Account; readonly next: ReturnType<typeof nextToBurn> };

function AccountCard({ account, next }: CardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const options = { divisibility: account.divisibility };
  return (
    <Paper withBorder p="lg" className={classes.card} data-testid="account">
      <Text fz="sm" c="dimmed">
        {format.words(account.currencyTitle)}
      </Text>
      <p className={classes.balance} data-testid="spendable">
        {format.points(account.spendablePoints, options)}
      </p>
      <Text fz="xs" c="dimmed" mb="xs">
        {t('account.canSpend')}
      </Text>
      {account.debtPoints > 0 && (
        <Text fz="sm" c="var(--kopilka-loss)" fw={600}>
          {t('account.debt', { points: format.points(-account.debtPoints, options) })}
        </Text>
      )}
      {account.pendingPoints > 0 && (
        <Group gap={6} fz="sm">
          <IconHourglass size={16} aria-hidden />
          {t('account.pending', { points: format.points(account.pendingPoints, options) })}
        </Group>
      )}
      {next !== undefined && (
        <Group gap={6} fz="sm" className={classes.burns}>
          <IconFlame size={16} aria-hidden />
          {t('account.burns', {
            points: format.points(next.points, options),
            day: format.dayOf(next.at),
            count: next.points / 10 ** account.divisibility,
          })}
        </Group>
      )}
    </Paper>
  );
}
