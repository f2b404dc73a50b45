import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
};

/** The end of a list that has older rows. */
export function LoadMore({ hasMore, isLoading, onMore }: Props) {
  const { t } = useTranslation();
  if (!hasMore) return null;
  return (
    <Center p="sm">
      <Button variant="subtle" loading={isLoading} onClick={onMore}>
        {t('common.more')}
      </Button>
    </Center>
  );
}
