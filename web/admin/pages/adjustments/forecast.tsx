import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Adjustment, Forecast as ForecastFigures } from '#modules/ledger/admin-contract.ts';
import { BalanceFigures } from '../../../kit/components/balance-figures.tsx';
import { useFormat } from '../../../kit/use-format.ts';

type Props = { readonly adjustment: Adjustment; readonly forecast: ForecastFigures };

/** What an approval would do to the account as it stands, or why the ledger would refuse it. */
export function Forecast({ adjustment, forecast }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, points } = adjustment;
  const why = useRefusalWords(forecast.refusal);
  return (
    <>
      <BalanceFigures
        currency={currency}
        testId="forecast"
        figures={[
          {
            label: `${t('adjustments.balance')}, ${t('adjustments.before')}`,
            points: forecast.balancePoints,
          },
          {
            label: `${t('adjustments.balance')}, ${t('adjustments.after')}`,
            points: forecast.balanceAfterPoints,
            isAfter: true,
          },
          { label: t('account.canSpendLabel'), points: forecast.spendablePoints },
        ]}
      />
      {why !== undefined && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('adjustments.wouldRefuse', { why })}
        </Alert>
      )}
      {why === undefined && forecast.movedPoints < points && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('adjustments.movesLess', { points: format.pointsOf(forecast.movedPoints, currency) })}
        </Alert>
      )}
    </>
  );
}

function useRefusalWords(code: string | null): string | undefined {
  const { t } = useTranslation();
  switch (code) {
    case null:
      return undefined;
    case 'adjustment-too-old':
    case 'insufficient-points':
    case 'unknown-currency':
    case 'points-out-of-range':
      return t(`adjustments.refusal.${code}`);
    default:
      return t('adjustments.refusedElse', { code });
  }
}
