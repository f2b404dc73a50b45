import {
  Button,
  Group,
  Paper,
  SegmentedControl,
  Slider,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconCalculator, IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../kit/use-format.ts';
import { Choices } from './choices.tsx';
import { PAYMENT_METHODS } from './draft.ts';
import type { Till } from './use-till.ts';

/** How the buyer pays: method, points, coupon, and what he chooses; then the two buttons of every till. */
export function PayPanel({ till }: { readonly till: Till }) {
  const { t } = useTranslation();
  const isEmpty = till.draft.lines.length === 0;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label={t('till.payment')}
          value={till.draft.payment}
          onChange={(value) => {
            const payment = PAYMENT_METHODS.find((each) => each === value);
            if (payment !== undefined) till.change({ do: 'pay-by', payment });
          }}
          data={PAYMENT_METHODS.map((value) => ({ value, label: t(`payment.${value}`) }))}
        />
        <PointsSlider till={till} />
        <Choices till={till} />
        <TextInput
          size="xs"
          aria-label={t('till.coupon')}
          placeholder={t('till.coupon')}
          value={till.draft.coupon}
          maxLength={64}
          onChange={(event) => till.change({ do: 'coupon', coupon: event.currentTarget.value })}
        />
        <Group grow gap="xs">
          <Button
            size="md"
            px="xs"
            variant={till.isFresh ? 'light' : 'filled'}
            leftSection={<IconCalculator size={18} />}
            disabled={isEmpty}
            loading={till.isBusy}
            onClick={till.calculate}
          >
            {t('till.calculate')}
          </Button>
          <Button
            size="md"
            px="xs"
            color="clay.7"
            leftSection={<IconCheck size={18} />}
            disabled={!till.isFresh || till.isBusy}
            onClick={till.confirm}
          >
            {t('till.confirm')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** The most that can be paid with points is known only from the answer. */
function PointsSlider({ till }: { readonly till: Till }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [dragged, setDragged] = useState(till.draft.spendPoints);
  useEffect(() => setDragged(till.draft.spendPoints), [till.draft.spendPoints]);
  const most = till.calculation?.answer.redeemablePointsMax ?? 0;
  const hasBuyer = till.place?.memberId !== undefined || till.place?.identification !== undefined;
  if (!hasBuyer) return null;
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fz="sm">{t('till.spendPoints')}</Text>
        <Text fz="sm" fw={600} className="figure">
          {format.points(dragged)}
        </Text>
      </Group>
      <Slider
        value={dragged}
        min={0}
        max={Math.max(most, 1)}
        disabled={most === 0}
        label={null}
        onChange={setDragged}
        onChangeEnd={(points) => till.changeAndCalculate({ do: 'spend', points })}
        thumbLabel={t('till.spendPoints')}
      />
      <Text fz="xs" c="dimmed" mt={4}>
        {till.calculation === null
          ? t('till.spendAfter')
          : t('till.spendMost', { points: format.points(most) })}
      </Text>
    </div>
  );
}
