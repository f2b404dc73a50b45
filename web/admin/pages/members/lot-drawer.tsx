import { Drawer, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LotTimeline } from '#modules/ledger/admin-contract.ts';
import { Copyable } from '../../../kit/components/copyable.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { usePartnerTitle } from '../../../kit/directory.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { lotQuery } from './api.ts';
import { LotChips } from './lot-chips.tsx';
import classes from './lot-drawer.module.css';
import { LotLife } from './lot-life.tsx';
import { useLotBasis } from './use-lot-basis.ts';

type Props = {
  readonly memberId: string;
  /** undefined: closed. */
  readonly lotId: string | undefined;
  readonly onClose: () => void;
};

/** The life of one lot, over the page: earned where, active when, spent where, burns when. */
export function LotDrawer({ memberId, lotId, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={lotId !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('lot.life')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ content: classes.content, header: classes.content, title: classes.title }}
    >
      {lotId !== undefined && <Life memberId={memberId} lotId={lotId} />}
    </Drawer>
  );
}

function Life({ memberId, lotId }: { readonly memberId: string; readonly lotId: string }) {
  const query = useQuery({ ...lotQuery(memberId, lotId), refetchOnMount: 'always' });
  if (query.isPending) return <RowsSkeleton rows={6} />;
  if (query.isError) {
    return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <div data-testid="lot-life">
      <Head timeline={query.data} />
      <LotLife timeline={query.data} />
    </div>
  );
}

function Head({ timeline: { lot, currency } }: { readonly timeline: LotTimeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const partnerTitle = usePartnerTitle();
  const basis = useLotBasis();
  return (
    <header className={classes.head}>
      <Group gap="sm" align="baseline">
        <Title order={3} fz={24} className="figure">
          {format.pointsOf(lot.remainingPoints, currency)}
        </Title>
        <Text c="dimmed" fz="sm" className="figure">
          {t('lot.restOf', { points: format.pointsOf(lot.amountPoints, currency) })}
        </Text>
      </Group>
      <LotChips lot={lot} currency={currency} />
      <dl className={classes.facts}>
        <dt>{t('lot.promotion')}</dt>
        <dd>{basis(lot.promotionCode)}</dd>
        <dt>{t('entry.partner')}</dt>
        <dd>{lot.partnerCode === '' ? t('account.operator') : partnerTitle(lot.partnerCode)}</dd>
        {lot.funderCode !== '' && (
          <>
            <dt>{t('lot.funder')}</dt>
            <dd>{partnerTitle(lot.funderCode)}</dd>
          </>
        )}
        <dt>{t('lot.id')}</dt>
        <dd>
          <Copyable
            value={lot.lotId}
            shown={`${lot.lotId.slice(0, 8)}…${lot.lotId.slice(-4)}`}
            label={t('lot.id')}
          />
        </dd>
      </dl>
    </header>
  );
}
