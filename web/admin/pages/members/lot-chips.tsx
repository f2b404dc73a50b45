import { Badge, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Currency, Lot } from '#modules/ledger/admin-contract.ts';
import { useFormat } from '../../../kit/use-format.ts';

const COLORS: Readonly<Record<Lot['state'], string>> = {
  active: 'pine',
  pending: 'clay',
  awaiting: 'clay',
  expired: 'red',
  spent: 'gray',
};

type Props = { readonly lot: Lot; readonly currency: Currency };

/** What a lot is now; besides it how much of it is held, and how much has burnt. */
export function LotChips({ lot, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const isPartlyBurnt = lot.burntPoints > 0 && lot.burntPoints < lot.amountPoints;
  return (
    <Group gap={6}>
      <Badge color={COLORS[lot.state]} variant="light" tt="none" fw={550}>
        {t(`lot.state.${lot.state}`)}
      </Badge>
      {lot.heldPoints > 0 && (
        <Badge
          variant="default"
          tt="none"
          fw={550}
          leftSection={<IconLock size={11} aria-hidden />}
        >
          {t('lot.heldPart', { points: format.pointsOf(lot.heldPoints, currency) })}
        </Badge>
      )}
      {isPartlyBurnt && (
        <Badge variant="default" tt="none" fw={550}>
          {t('lot.burntPart', { points: format.pointsOf(lot.burntPoints, currency) })}
        </Badge>
      )}
    </Group>
  );
}
