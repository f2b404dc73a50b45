import { Box, Button, Group, Paper, Text } from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../kit/components/confirm-dialog.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { useFormat } from '../../../kit/use-format.ts';
import { ReturnForm } from './return-form.tsx';
import classes from './sale-panel.module.css';
import { Slip } from './slip.tsx';
import type { Sale, Till } from './use-till.ts';

type Doing = 'nothing' | 'returning' | 'cancelling';
type Props = { readonly sale: Sale; readonly till: Till };

/** After the confirm: the slip, and what can still be done with the receipt. */
export function SalePanel({ sale, till }: Props) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing>('nothing');
  const { reversing } = till;
  const done = () => setDoing('nothing');
  return (
    <Paper withBorder className={classes.panel}>
      <Box className={classes.paper} tabIndex={0} role="region" aria-label={t('slip.title')}>
        <Slip sale={sale} />
      </Box>
      {reversing.isError && <ProblemAlert error={reversing.error} />}
      {doing === 'returning' ? (
        <div className={classes.form}>
          <ReturnForm
            sale={sale}
            isBusy={reversing.isPending}
            onClose={done}
            onReturn={(lines) => reversing.mutate({ kind: 'return', lines }, { onSuccess: done })}
          />
        </div>
      ) : (
        <Actions sale={sale} till={till} onDo={setDoing} />
      )}
      {doing === 'cancelling' && <CancelDialog sale={sale} till={till} onDone={done} />}
    </Paper>
  );
}

function Actions({ sale, till, onDo }: Props & { readonly onDo: (doing: Doing) => void }) {
  const { t } = useTranslation();
  const { bucket, receiptId } = sale.answer;
  const isCancelled = sale.reversals.some((each) => each.kind === 'cancel');
  return (
    <Group gap={6} px={6} py={12} className={classes.actions} justify="center">
      <Button size="compact-sm" leftSection={<IconPlus size={15} />} onClick={till.startAnew}>
        {t('till.next')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={15} />}
        disabled={isCancelled}
        onClick={() => onDo('returning')}
      >
        {t('till.return')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        c={sale.reversals.length > 0 ? undefined : 'var(--kopilka-loss)'}
        disabled={sale.reversals.length > 0}
        onClick={() => onDo('cancelling')}
      >
        {t('till.undo')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        renderRoot={(props) => (
          <Link
            to="/receipts/$bucket/$receiptId"
            params={{ bucket: String(bucket), receiptId }}
            {...props}
          />
        )}
      >
        {t('till.openReceipt')}
      </Button>
    </Group>
  );
}

function CancelDialog({ sale, till, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reversing } = till;
  const cancel = () =>
    reversing.mutate({ kind: 'cancel', reason: t('till.cancelReason') }, { onSettled: onDone });
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('till.askCancel')}
      action={t('till.cancel')}
      isBusy={reversing.isPending}
      onClose={onDone}
      onConfirm={cancel}
      consequence={
        <Text fz="sm">
          {t('till.cancelConsequence', { money: format.money(sale.answer.payableKopecks) })}
        </Text>
      }
    />
  );
}
