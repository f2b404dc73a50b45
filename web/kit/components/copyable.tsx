import { ActionIcon, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Props = { readonly value: string; readonly shown?: string; readonly label: string };

/** An id that can be read and taken along: monospaced text and a copy button. */
export function Copyable({ value, shown, label }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex">
      <Text span ff="monospace" fz="sm" title={value} truncate>
        {shown ?? value}
      </Text>
      <CopyButton value={value} timeout={1500}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('common.copied') : t('common.copy')}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color={copied ? 'pine' : 'gray'}
              onClick={copy}
              aria-label={t('common.copyOf', { label })}
            >
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
