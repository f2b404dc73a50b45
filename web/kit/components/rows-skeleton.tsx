import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The shadow of a list that is on its way. */
export function RowsSkeleton({ rows = 8 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap={10} p="md" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={28} radius="sm" width={`${100 - (index % 3) * 6}%`} />
      ))}
    </Stack>
  );
}
