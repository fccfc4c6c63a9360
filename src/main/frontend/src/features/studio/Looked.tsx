import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readVersion, type Touched } from '../../api/studio.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { ModelView } from './ModelView.tsx';

function Content({ touched, hash }: { touched: Touched; hash: string }) {
  const content = useQuery({ queryKey: ['studio', 'content', touched.file, hash], queryFn: () => readVersion(touched.file, hash), staleTime: Infinity });
  if (content.isPending) return <Loading />;
  if (content.isError) return <Failed cause={content.error} again={() => void content.refetch()} />;
  return <ModelView kind={touched.kind} text={content.data.text} changes={hash === touched.hash ? touched.changes : undefined} />;
}

/** The file before and after, when somebody wants to see it and not only read of it. */
export function Looked({ touched }: { touched: Touched }) {
  const { t } = useTranslation();
  const [hash, setHash] = useState<string | null>(null);
  const sides = [[touched.base, 'before'], [touched.hash, 'after']] as const;
  return (
    <>
      <p className="looked">{sides.map(([side, name]) => side && <Button key={name} size="small" type={hash === side ? 'primary' : 'default'} aria-pressed={hash === side} onClick={() => setHash(hash === side ? null : side)}>{t(`studio.${name}`)}</Button>)}</p>
      {hash && <Content touched={touched} hash={hash} />}
    </>
  );
}
