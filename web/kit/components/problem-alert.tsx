import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api-client.ts';
import { useFormat } from '../use-format.ts';

type Props = { readonly error: unknown; readonly onRetry?: () => void };

/** What went wrong in words, what to do, the number of the request for support, and a way to retry. */
export function ProblemAlert({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const { words } = useFormat();
  const problem = error instanceof ApiError ? error.problem : undefined;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={20} />}
      title={problem === undefined ? t('problem.unknown') : words(problem.text)}
      role="alert"
    >
      {problem?.remedy !== undefined && <Text fz="sm">{words(problem.remedy)}</Text>}
      <Group gap="sm" mt={6}>
        {onRetry !== undefined && (
          <Button
            size="xs"
            variant="white"
            color="red.9"
            leftSection={<IconRefresh size={14} />}
            onClick={onRetry}
          >
            {t('common.retry')}
          </Button>
        )}
        {problem !== undefined && (
          <Text fz="xs" c="dimmed">
            <Code>{problem.code}</Code>
            {problem.requestId !== '' && ` · ${t('problem.request', { id: problem.requestId })}`}
          </Text>
        )}
      </Group>
    </Alert>
  );
}
