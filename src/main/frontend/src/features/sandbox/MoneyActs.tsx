import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { moveMoney } from '../../api/sandbox.ts';
import { useNotice } from '../../app/notices.tsx';

const ways = ['extra', 'twice'] as const;

/** The provider moves money otherwise than we asked: reconciliation has to find it. */
export function MoneyActs({ changed }: { changed: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const move = useMutation({
    mutationFn: moveMoney,
    onSuccess: () => {
      void notice.info(t('sandbox.differed'));
      changed();
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('sandbox.notNow')),
  });
  return <span className="money-acts">{ways.map((how) => <Button key={how} size="small" type="text" loading={move.isPending && move.variables === how} onClick={() => move.mutate(how)}>{t(`sandbox.differ.${how}`)}</Button>)}</span>;
}
