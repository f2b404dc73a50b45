import { Divider, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptDetail } from '#modules/receipts/admin-contract.ts';
import { Money, PointsAmount } from '../../../kit/components/amounts.tsx';
import { useFormat } from '../../../kit/use-format.ts';

function Sum({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <Text fz="sm" c="dimmed">
        {label}
      </Text>
      <Text fz="sm" component="div" ta="end">
        {children}
      </Text>
    </Group>
  );
}

/** What the purchase came to: goods, discounts, points, payments, and what it earned. */
export function ReceiptTotals({ receipt }: { readonly receipt: ReceiptDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap={8}>
      <Sum label={t('receipt.gross')}>
        <Money kopecks={receipt.grossKopecks} />
      </Sum>
      {receipt.discounts.map((each) => (
        <Sum key={each.promotionCode} label={format.words(each.title)}>
          <Money kopecks={-each.kopecks} />
        </Sum>
      ))}
      {receipt.redeemedKopecks > 0 && (
        <Sum label={t('receipt.paidByPoints', { points: format.points(receipt.redeemedPoints) })}>
          <Money kopecks={-receipt.redeemedKopecks} />
        </Sum>
      )}
      <Divider my={4} />
      <Group justify="space-between" align="baseline">
        <Text fw={600}>{t('receipts.paid')}</Text>
        <Text fw={700} fz={26}>
          <Money kopecks={receipt.payableKopecks} />
        </Text>
      </Group>
      {receipt.payments.map((payment) => (
        <Sum key={payment.method} label={format.code('payment', payment.method)}>
          <Money kopecks={payment.kopecks} />
        </Sum>
      ))}
      {receipt.accruals.length > 0 && <Divider my={4} />}
      {receipt.accruals.map((each) => (
        <Sum
          key={`${each.promotionCode}-${each.currencyCode}`}
          label={
            <>
              {format.words(each.title)}
              {each.expiresAt !== null && (
                <Text fz="xs" component="div">
                  {t('lot.burnsOn', { day: format.dayOf(each.expiresAt, receipt.zone) })}
                </Text>
              )}
            </>
          }
        >
          <PointsAmount points={each.points} sign />
        </Sum>
      ))}
      {receipt.coupons.length > 0 && (
        <Sum label={t('receipt.coupons')}>{receipt.coupons.join(', ')}</Sum>
      )}
      <Text fz="xs" c="dimmed" mt={4}>
        {t('receipt.ruleSet', { version: receipt.ruleSetVersion })}
      </Text>
    </Stack>
  );
}
