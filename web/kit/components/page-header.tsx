import { Box, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly badge?: ReactNode;
  readonly actions?: ReactNode;
};

/** The top of every page: its name (also the tab's), one line of explanation, actions on the right. */
export function PageHeader({ title, lead, badge, actions }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <Box>
        <Group gap="sm">
          <Title order={1} fz={26} fw={650} lh={1.2}>
            {title}
          </Title>
          {badge}
        </Group>
        {lead !== undefined && (
          <Text c="dimmed" fz="sm" mt={4} component="div">
            {lead}
          </Text>
        )}
      </Box>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
