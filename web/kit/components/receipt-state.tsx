import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReceiptState } from '#modules/receipts/admin-contract.ts';

const COLORS: Readonly<Record<ReceiptState, string>> = {
  sale: 'pine',
  returned: 'clay',
  cancelled: 'red',
  void: 'gray',
};

/** What has become of a receipt, in one word. */
export function ReceiptStateBadge({ state }: { readonly state: ReceiptState }) {
  const { t } = useTranslation();
  return (
    <Badge color={COLORS[state]} variant="light" tt="none" fw={550}>
      {t(`receiptState.${state}`)}
    </Badge>
  );
}
