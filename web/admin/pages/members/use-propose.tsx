import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adjustment, AdjustmentRequest } from '#modules/ledger/admin-contract.ts';
import { uuidv7 } from '#shared/ids.ts';
import { useForgetAdjustments, useWithdraw } from '../../../kit/adjustments.ts';
import { api } from '../../../kit/api-client.ts';
import { notify } from '../../../kit/notify.ts';
import { useFormat } from '../../../kit/use-format.ts';

/**
 * Sends a proposal. The same contents keep their id, so that a second press after a lost answer asks nothing
 * twice. What was sent can be taken back from the message that says so.
 */
export function usePropose(memberId: string, onDone: () => void) {
  const { t } = useTranslation();
  const format = useFormat();
  const forget = useForgetAdjustments();
  const idOf = useIdPerContents();
  const withdraw = useWithdraw({
    onDone: () => notify({ message: t('adjust.takenBack') }),
  });
  return useMutation({
    mutationFn: (request: Omit<AdjustmentRequest, 'adjustmentId'>) =>
      api<Adjustment>('POST', `/members/${memberId}/adjustments`, {
        body: { ...request, adjustmentId: idOf(request) },
      }),
    onSuccess: async (adjustment) => {
      await forget(memberId);
      onDone();
      const points = adjustment.direction === 'credit' ? adjustment.points : -adjustment.points;
      const id = notify({
        autoClose: 12_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text fz="sm">
              {t('adjust.sent', { points: format.pointsOf(points, adjustment.currency, true) })}
            </Text>
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                notifications.hide(id);
                withdraw.mutate(adjustment);
              }}
            >
              {t('adjust.takeBack')}
            </Button>
          </Group>
        ),
      });
    },
  });
}

function useIdPerContents(): (contents: object) => string {
  const sent = useRef({ contents: '', id: '' });
  return (request) => {
    const contents = JSON.stringify(request);
    if (sent.current.contents !== contents) sent.current = { contents, id: newId() };
    return sent.current.id;
  };
}

function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
