import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly consequence: ReactNode;
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot be taken back quietly; says what will follow. */
export function ConfirmDialog(props: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text component="div" fz="sm">
        {props.consequence}
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={props.onClose}>
          {t('common.back')}
        </Button>
        <Button
          color={props.isDangerous === true ? 'red.8' : 'pine'}
          loading={props.isBusy ?? false}
          onClick={props.onConfirm}
          data-autofocus
        >
          {props.action}
        </Button>
      </Group>
    </Modal>
  );
}
